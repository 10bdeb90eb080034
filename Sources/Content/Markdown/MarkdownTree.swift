// The syntax tree of cmark-gfm as a table: each node once, in the order of the text. All calls into the C library are in
// this file; the library's own tree is gone when the table is made.

import CCMarkGFM
import Glibc
import Synchronization
import UTF8Text

/// The library keeps a table of special characters for the whole process and changes it during each parse: two at a
/// time would silently read wrong text.
private let library = Mutex(())

/// A parsed document. Its nodes must not outlive it.
final class MarkdownDocument {
    fileprivate let nodes: [NodeRecord]
    /// The words of the document without any markup: line ends as spaces, images as their alternative text.
    fileprivate let words: [UInt8]
    /// Everything else that nodes hold: raw HTML, blocks of code, addresses, titles.
    fileprivate let details: [UInt8]

    /// Parses with the table, strikethrough (double tilde), autolink and task list extensions and footnotes.
    /// `nil` when the library is not there as it should be, or is out of memory.
    init?(parsing bytes: ArraySlice<UInt8>) {
        guard let table = library.withLock({ _ in parse(bytes) }) else { return nil }
        nodes = table.nodes
        words = table.words
        details = table.details
    }

    var root: MarkdownNode { MarkdownNode(in: self, at: 0) }
}

private struct NodeRecord {
    let kind: MarkdownNode.Kind
    let parent: Int32
    /// The sibling before it, or -1.
    let previous: Int32
    /// Or -1.
    var lastChild: Int32 = -1
    /// Behind the last of the nodes in it.
    var end: Int32
    /// The line of the text that was parsed, from 1; 0 where the library does not know.
    let startLine: Int32
    let endLine: Int32
    /// Its words.
    var words: Range<Int32>
    /// What its text is, beside the words; what it leads to or how it is marked.
    var literal: Range<Int32> = 0..<0
    var label: Range<Int32> = 0..<0
    /// The level of a heading, the start of an ordered list.
    var number: Int32 = 0
    var isOrdered = false
    var isTight = false
    var isFenced = false
    var isHeader = false
    var checkbox: Bool?
}

/// A node of a document that is still alive.
@safe struct MarkdownNode: Equatable {
    enum Kind {
        case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
        case footnoteDefinition, table, tableRow, tableCell
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
        case footnoteReference, other
    }

    // A node is handed on at every step of the walk: counting its references would cost more than the walk.
    private unowned(unsafe) let document: MarkdownDocument
    fileprivate let index: Int32

    fileprivate init(in document: MarkdownDocument, at index: Int32) {
        unsafe self.document = document
        self.index = index
    }

    static func == (left: Self, right: Self) -> Bool { left.index == right.index }

    private var record: NodeRecord { unsafe document.nodes[Int(index)] }
    private func node(_ index: Int32) -> MarkdownNode? {
        index < 0 ? nil : unsafe MarkdownNode(in: document, at: index)
    }
    private func words(_ range: Range<Int32>) -> ArraySlice<UInt8> {
        unsafe document.words[Int(range.lowerBound)..<Int(range.upperBound)]
    }
    private func details(_ range: Range<Int32>) -> ArraySlice<UInt8> {
        unsafe document.details[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    var kind: Kind { unsafe document.nodes[Int(index)].kind }

    var parent: MarkdownNode? { node(record.parent) }
    var firstChild: MarkdownNode? { end > index + 1 ? node(index + 1) : nil }
    var lastChild: MarkdownNode? { node(record.lastChild) }
    var previous: MarkdownNode? { node(record.previous) }
    var next: MarkdownNode? {
        guard let parent, end < parent.end else { return nil }
        return node(end)
    }
    /// The nodes directly in it, in their order.
    var children: some Sequence<MarkdownNode> { sequence(state: firstChild, next: Self.takeNext) }
    private static func takeNext(_ place: inout MarkdownNode?) -> MarkdownNode? {
        defer { place = place?.next }
        return place
    }
    fileprivate var end: Int32 { unsafe document.nodes[Int(index)].end }

    /// The text of a text, code or raw HTML node.
    var literal: ArraySlice<UInt8> {
        switch kind {
        case .text, .code: words(record.words)
        default: details(record.literal)
        }
    }
    var url: String { String(decoding: address, as: UTF8.self) }
    /// The bytes of its `url`.
    var address: ArraySlice<UInt8> { details(record.literal) }
    var title: String { String(decoding: details(record.label), as: UTF8.self) }
    /// What stands behind the opening fence of a block of code.
    var info: String { String(decoding: details(record.label), as: UTF8.self) }

    /// The line of the text that was parsed, from 1; 0 where the library does not know.
    var startLine: Int { Int(record.startLine) }
    var endLine: Int { Int(record.endLine) }

    /// Whether fences stand around a block of code; others are indented.
    var isFenced: Bool { record.isFenced }
    var headingLevel: Int { Int(record.number) }
    var isOrderedList: Bool { record.isOrdered }
    var listStart: Int { Int(record.number) }
    var isTightList: Bool { record.isTight }
    var isHeaderRow: Bool { record.isHeader }
    /// Whether a list item has a checkbox, and whether it is ticked.
    var checkbox: Bool? { record.checkbox }
    /// The alignment of each column of a table: `l`, `c`, `r`, or 0.
    var columnAlignments: ArraySlice<UInt8> { details(record.literal) }

    /// The words of the node without any markup: line ends as spaces, images as their alternative text.
    var plainText: String { String(decoding: plainBytes.withPictures, as: UTF8.self) }
    var plainBytes: ArraySlice<UInt8> { words(record.words) }
}

extension MarkdownNode.Kind {
    /// Whether a walk visits such a node once instead of entering and leaving it.
    var isLeaf: Bool {
        switch self {
        case .htmlBlock, .thematicBreak, .codeBlock, .text, .softBreak, .lineBreak, .code, .htmlInline: true
        default: false
        }
    }

    /// Whether such a node is written with all that is in it.
    var isWhole: Bool { self == .image || self == .footnoteReference }

    /// Whether such a node is no part of a text.
    var isBlock: Bool {
        switch self {
        case .blockQuote, .list, .item, .codeBlock, .htmlBlock, .paragraph, .heading, .thematicBreak,
            .footnoteDefinition, .table, .tableRow, .tableCell:
            true
        default: false
        }
    }

    /// Whether what stands in such a node is text.
    var holdsText: Bool { self == .paragraph || self == .heading || self == .tableCell }
}

/// Visits a node and everything in it, in the order of the text, without recursion.
struct MarkdownWalk: Sequence, IteratorProtocol {
    struct Event {
        let node: MarkdownNode
        let kind: MarkdownNode.Kind
        /// Leaves are entered only.
        let isEntering: Bool
    }

    private struct Open {
        let node: MarkdownNode
        let kind: MarkdownNode.Kind
        let end: Int32
    }

    /// What comes next unless an open node ends before it.
    private var place: MarkdownNode?
    private var open: [Open] = []

    init(of node: MarkdownNode) { place = node }

    mutating func next() -> Event? {
        if let last = open.last, place.map({ $0.index >= last.end }) ?? true {
            open.removeLast()
            if open.isEmpty { place = nil }
            return Event(node: last.node, kind: last.kind, isEntering: false)
        }
        guard let node = place else { return nil }
        let kind = node.kind
        place = node.following
        if kind.isLeaf {
            if open.isEmpty { place = nil }
        } else {
            open.append(Open(node: node, kind: kind, end: node.end))
        }
        return Event(node: node, kind: kind, isEntering: true)
    }

    /// Continues after `node`, which was just entered, as if it had been left.
    mutating func skip(_ node: MarkdownNode) {
        open.removeLast()
        place = open.isEmpty ? nil : node.followingOutside
    }
}

extension MarkdownNode {
    /// The next node of the document, if there is one.
    fileprivate var following: MarkdownNode? { node(before: index + 1) }
    fileprivate var followingOutside: MarkdownNode? { node(before: end) }

    private func node(before index: Int32) -> MarkdownNode? {
        unsafe index < document.nodes.count ? MarkdownNode(in: document, at: index) : nil
    }
}

// MARK: The C library

private struct NodeTable {
    var nodes: [NodeRecord] = []
    var words: [UInt8] = []
    var details: [UInt8] = []
    /// The nodes around the current one.
    private var open: [Int32] = []
    /// The kinds of nodes that extensions bring, by the number that the library gives them.
    private var extensionKinds: [(type: UInt32, kind: MarkdownNode.Kind)] = []

    mutating func enter(_ node: OpaquePointer) {
        let index = Int32(nodes.count)
        let kind = unsafe kind(of: node)
        let parent = open.last ?? -1
        let previous = parent < 0 ? -1 : nodes[Int(parent)].lastChild
        if parent >= 0 { nodes[Int(parent)].lastChild = index }
        let start = Int32(words.count)
        switch kind {
        case .text, .code: unsafe words.append(cString: cmark_node_get_literal(node))
        case .softBreak, .lineBreak: words.append(" ")
        default: break
        }
        var record = NodeRecord(
            kind: kind, parent: parent, previous: previous, end: index + 1,
            startLine: unsafe cmark_node_get_start_line(node), endLine: unsafe cmark_node_get_end_line(node),
            words: start..<Int32(words.count))
        unsafe readDetails(of: node, into: &record)
        nodes.append(record)
        if !kind.isLeaf { open.append(index) }
    }

    mutating func leave() {
        guard let index = open.popLast() else { return }
        nodes[Int(index)].end = Int32(nodes.count)
        nodes[Int(index)].words = nodes[Int(index)].words.lowerBound..<Int32(words.count)
    }

    private mutating func readDetails(of node: OpaquePointer, into record: inout NodeRecord) {
        switch record.kind {
        case .link, .image:
            record.literal = unsafe detail(cmark_node_get_url(node))
            record.label = unsafe detail(cmark_node_get_title(node))
        case .htmlInline, .htmlBlock, .footnoteReference, .footnoteDefinition:
            record.literal = unsafe detail(cmark_node_get_literal(node))
        case .codeBlock:
            record.literal = unsafe detail(cmark_node_get_literal(node))
            record.label = unsafe detail(cmark_node_get_fence_info(node))
            var length: Int32 = 0
            var offset: Int32 = 0
            var character: CChar = 0
            record.isFenced = unsafe cmark_node_get_fenced(node, &length, &offset, &character) == 1
        case .heading: record.number = unsafe cmark_node_get_heading_level(node)
        case .list:
            record.number = unsafe cmark_node_get_list_start(node)
            record.isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            record.isTight = unsafe cmark_node_get_list_tight(node) == 1
        case .item:
            if unsafe cmark_node_get_syntax_extension(node) != nil {
                record.checkbox = unsafe cmark_gfm_extensions_get_tasklist_item_checked(node)
            }
        case .table:
            let count = Int(unsafe cmark_gfm_extensions_get_table_columns(node))
            guard count > 0, let alignments = unsafe cmark_gfm_extensions_get_table_alignments(node) else { return }
            let start = Int32(details.count)
            unsafe details.append(contentsOf: UnsafeBufferPointer(start: alignments, count: count))
            record.literal = start..<Int32(details.count)
        case .tableRow: record.isHeader = unsafe cmark_gfm_extensions_get_table_row_is_header(node) == 1
        default: break
        }
    }

    private mutating func detail(_ text: UnsafePointer<CChar>?) -> Range<Int32> {
        let start = Int32(details.count)
        unsafe details.append(cString: text)
        return start..<Int32(details.count)
    }

    private mutating func kind(of node: OpaquePointer) -> MarkdownNode.Kind {
        let type = unsafe cmark_node_get_type(node)
        switch type {
        case CMARK_NODE_TEXT: return .text
        case CMARK_NODE_SOFTBREAK: return .softBreak
        case CMARK_NODE_PARAGRAPH: return .paragraph
        case CMARK_NODE_LINK: return .link
        case CMARK_NODE_CODE: return .code
        case CMARK_NODE_STRONG: return .strong
        case CMARK_NODE_EMPH: return .emphasis
        case CMARK_NODE_ITEM: return .item
        case CMARK_NODE_LIST: return .list
        case CMARK_NODE_HEADING: return .heading
        case CMARK_NODE_DOCUMENT: return .document
        case CMARK_NODE_BLOCK_QUOTE: return .blockQuote
        case CMARK_NODE_CODE_BLOCK: return .codeBlock
        case CMARK_NODE_HTML_BLOCK: return .htmlBlock
        case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
        case CMARK_NODE_LINEBREAK: return .lineBreak
        case CMARK_NODE_HTML_INLINE: return .htmlInline
        case CMARK_NODE_IMAGE: return .image
        case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
        case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference
        default: break
        }
        if let known = extensionKinds.first(where: { $0.type == type.rawValue }) { return known.kind }
        let name = unsafe cmark_node_get_type_string(node).map { unsafe String(cString: $0) }
        let kind: MarkdownNode.Kind =
            switch name {
            case "table": .table
            case "table_row", "table_header": .tableRow
            case "table_cell": .tableCell
            case "strikethrough": .strikethrough
            default: .other
            }
        // A header is a row of the same type by another name, and both are rows.
        extensionKinds.append((type.rawValue, kind))
        return kind
    }
}

extension [UInt8] {
    fileprivate mutating func append(cString text: UnsafePointer<CChar>?) {
        guard let text = unsafe text else { return }
        let count = unsafe strlen(text)
        unsafe text.withMemoryRebound(to: UInt8.self, capacity: count) { start in
            unsafe append(contentsOf: UnsafeBufferPointer(start: start, count: count))
        }
    }
}

private func parse(_ bytes: ArraySlice<UInt8>) -> NodeTable? {
    cmark_gfm_core_extensions_ensure_registered()
    let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | CMARK_OPT_SOURCEPOS
    guard let parser = unsafe cmark_parser_new(options) else { return nil }
    defer { unsafe cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
        guard let syntaxExtension = unsafe cmark_find_syntax_extension(name),
            unsafe cmark_parser_attach_syntax_extension(parser, syntaxExtension) == 1
        else { return nil }
    }
    unsafe bytes.withUnsafeBytes { buffer in
        unsafe cmark_parser_feed(parser, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
    }
    guard let root = unsafe cmark_parser_finish(parser) else { return nil }
    defer { unsafe cmark_node_free(root) }
    guard let iterator = unsafe cmark_iter_new(root) else { return nil }
    defer { unsafe cmark_iter_free(iterator) }
    var table = NodeTable()
    table.words.reserveCapacity(bytes.count)
    while true {
        let event = unsafe cmark_iter_next(iterator)
        guard event != CMARK_EVENT_DONE, let node = unsafe cmark_iter_get_node(iterator) else { return table }
        if event == CMARK_EVENT_ENTER { unsafe table.enter(node) } else { table.leave() }
    }
}

/// `text` with its character references, numeric and named, replaced by what they stand for.
func decodedReferences(_ text: String) -> String {
    guard text.utf8.contains("&") else { return text }
    var buffer = unsafe cmark_strbuf()
    unsafe cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0)
    defer { unsafe cmark_strbuf_free(&buffer) }
    let bytes = Array(text.utf8)
    unsafe bytes.withUnsafeBufferPointer { source in
        unsafe houdini_unescape_html_f(&buffer, source.baseAddress, bufsize_t(source.count))
    }
    return unsafe String(decoding: UnsafeBufferPointer(start: buffer.ptr, count: Int(buffer.size)), as: UTF8.self)
}
