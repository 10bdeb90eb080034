// Brings the forms of a word to one stem: the Snowball stemmers of libstemmer.

import CStemmer
import UTF8Text

/// The stemmer of a language. One thread at a time may use it.
@safe
struct Stemmer: ~Copyable {
    private let stemmer: OpaquePointer?

    /// - Parameter language: as BCP 47 writes it. Languages without a stemmer keep their forms.
    init(language: String) {
        let code = String(language.lowercased().prefix { $0 != "-" })
        // Snowball knows languages by ISO 639 as well as by name.
        unsafe stemmer = sb_stemmer_new(code == "nb" || code == "nn" ? "no" : code, "UTF_8")
    }

    deinit { unsafe sb_stemmer_delete(stemmer) }

    /// The stem of `form`; the form itself where there is nothing to bring back: numbers, codes, short words.
    func stem(_ form: ArraySlice<UInt8>) -> [UInt8] {
        guard let stemmer = unsafe stemmer, form.count > 2, !form.contains(where: \.isASCIIDigit) else {
            return Array(form)
        }
        return unsafe form.withUnsafeBufferPointer { buffer in
            guard let stem = unsafe sb_stemmer_stem(stemmer, buffer.baseAddress, Int32(buffer.count)) else {
                return Array(form)
            }
            let length = unsafe Int(sb_stemmer_length(stemmer))
            return unsafe Array(UnsafeBufferPointer(start: stem, count: length))
        }
    }
}
