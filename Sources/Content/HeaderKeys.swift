// What a page says in its front matter is a value whose keys are each named once: where they are read from YAML. The same
// lines take the value to bytes and back, in their order, so a key that is read also travels, and one that has no line
// does not compile.

package import UTF8Text

/// Keys of the front matter that are read together.
package protocol HeaderKeys: WireCodable {
    /// Gives every field its value, each by `way.key`.
    init<Way: HeaderWay>(on way: inout Way) throws(Way.Failure) where Way.Whole == Self
}

/// How the fields of a value come about: read from YAML, read from bytes, or from the value itself as it is written.
package protocol HeaderWay<Whole> {
    associatedtype Whole
    associatedtype Failure: Error

    /// - Parameter read: reads the field from the front matter; called on that way alone.
    mutating func key<Field: WireCodable>(
        _ field: (Whole) -> Field, read: (inout HeaderReading) -> Field
    ) throws(Failure) -> Field
}

extension HeaderKeys {
    init(reading: inout HeaderReading) {
        var way = FromFrontMatter<Self>(reading: reading)
        self.init(on: &way)
        reading = way.reading
    }

    package init(from wire: inout WireReader) throws(WireError) {
        var way = FromWire<Self>(wire: wire)
        try self.init(on: &way)
        wire = way.wire
    }

    /// The value is made once more, from itself: each field is written as it passes.
    package func write(to wire: inout WireWriter) {
        var way = ToWire(whole: self)
        swap(&way.wire, &wire)
        _ = Self(on: &way)
        swap(&way.wire, &wire)
    }
}

private struct FromFrontMatter<Whole>: HeaderWay {
    var reading: HeaderReading

    mutating func key<Field: WireCodable>(
        _ field: (Whole) -> Field, read: (inout HeaderReading) -> Field
    ) throws(Never) -> Field { read(&reading) }
}

private struct FromWire<Whole>: HeaderWay {
    var wire: WireReader

    mutating func key<Field: WireCodable>(
        _ field: (Whole) -> Field, read: (inout HeaderReading) -> Field
    ) throws(WireError) -> Field { try wire.value() }
}

private struct ToWire<Whole>: HeaderWay {
    let whole: Whole
    var wire = WireWriter()

    mutating func key<Field: WireCodable>(
        _ field: (Whole) -> Field, read: (inout HeaderReading) -> Field
    ) throws(Never) -> Field {
        let value = field(whole)
        wire.value(value)
        return value
    }
}

/// The front matter of one page while it is read.
package struct HeaderReading {
    var keys: MappingReader
    var log: DiagnosticLog
    let path: String
    let type: PageType
    /// Whether the front matter has a title that could be read.
    private(set) var hasTitle = false

    init(_ keys: MappingReader, log: DiagnosticLog, path: String, type: PageType) {
        self.keys = keys
        self.log = log
        self.path = path
        self.type = type
    }

    /// Without one, an empty text stands in until the title is known.
    mutating func readTitle() -> Located<String> {
        let title = keys.text("title", length: 3...90, log: &log)
        hasTitle = title != nil
        return title ?? Located("", keys.position)
    }

    mutating func text(_ key: String) -> Located<String>? { keys.text(key, log: &log) }
    mutating func texts(_ key: String) -> [Located<String>] { keys.texts(key, log: &log) }
    mutating func flag(_ key: String) -> Bool? { keys.flag(key, log: &log) }
    mutating func date(_ key: String) -> Located<CalendarDate>? { keys.date(key, log: &log) }
}
