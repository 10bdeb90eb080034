// The forms that an unknown word may have been meant for: all of them twice, by their first letters and by their last,
// so that one of the two shards that a mistyped word leads to has what was meant, wherever the mistake is.

import UTF8Text
import Words

enum SpellingLimit {
    /// In a large handbook a form that stands in one section only is as likely a mistake itself.
    static let sectionsOfSmallHandbook = 2000
    static let letters = 3...24
    static let shardBytes = 8192
}

/// A form and how common it is.
private struct KnownForm {
    let letters: [UInt8]
    /// The number of bits of the number of sections that it stands in.
    let weight: UInt8
}

/// The shards by first letters, and those by last letters, whose forms are written backwards.
func spellingShards(of index: MergedIndex) -> (forwards: [Shard], backwards: [Shard]) {
    let least = index.sections <= SpellingLimit.sectionsOfSmallHandbook ? 1 : 2
    var forwards: [KnownForm] = []
    var backwards: [KnownForm] = []
    for form in 0..<index.forms.count where index.sectionsOfForm[form] >= least {
        let bytes = Array(index.forms[form])
        let letters = String(decoding: bytes, as: UTF8.self).unicodeScalars
        guard SpellingLimit.letters.contains(letters.count), !bytes.contains(where: \.isASCIIDigit) else { continue }
        let weight = UInt8(Int.bitWidth - index.sectionsOfForm[form].leadingZeroBitCount)
        forwards.append(KnownForm(letters: bytes, weight: weight))
        var reversed = String.UnicodeScalarView()
        reversed.append(contentsOf: letters.reversed())
        backwards.append(KnownForm(letters: Array(String(reversed).utf8), weight: weight))
    }
    return (shards(of: forwards), shards(of: backwards))
}

private func shards(of forms: [KnownForm]) -> [Shard] {
    let forms = forms.sorted { precedes($0.letters, $1.letters) }
    var shards: [Shard] = []
    var start = 0
    var size = 0
    for index in forms.indices {
        size += forms[index].letters.count / 2 + 3
        if size >= SpellingLimit.shardBytes || index == forms.count - 1 {
            shards.append(shard(of: forms[start...index]))
            start = index + 1
            size = 0
        }
    }
    return shards
}

private func shard(of forms: ArraySlice<KnownForm>) -> Shard {
    var bytes: [UInt8] = []
    bytes.appendVarint(forms.count)
    var previous: [UInt8] = []
    for form in forms {
        let shared = zip(previous, form.letters).prefix { $0 == $1 }.count
        bytes.appendVarint(shared)
        bytes.appendCounted(form.letters[shared...])
        bytes.append(form.weight)
        previous = form.letters
    }
    return Shard(
        firstKey: forms[forms.startIndex].letters, lastKey: forms[forms.endIndex - 1].letters, bytes: bytes)
}
