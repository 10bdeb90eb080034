// The syntax tree of cmark-gfm, seen from Swift. All calls into the C library that read or build a tree are in this file.

import CCMarkGFM
import Glibc
import Synchronization
import UTF8Text

/// The library keeps a table of special characters for the whole process and changes it during each parse: two at a
/// time would silently read wrong text.
private let library = Mutex(())

/// A parsed document. Owns the C tree and parser; its nodes must not outlive it.
@safe final class MarkdownDocument {
    private let parser: OpaquePointer
    private let rootPointer: OpaquePointer

    /// Parses with the table, strikethrough (double tilde), autolink and task list extensions and footnotes.
    /// `nil` when the library is not there as it should be, or is out of memory.
    init?(parsing bytes: ArraySlice<UInt8>) {
        guard let (parser, root) = unsafe library.withLock({ _ in unsafe Self.parse(bytes) }) else { return nil }
        unsafe self.parser = parser
        unsafe rootPointer = root
    }

    private static func parse(_ bytes: ArraySlice<UInt8>) -> (parser: OpaquePointer, root: OpaquePointer)? {
        cmark_gfm_core_extensions_ensure_registered()
        let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE | CMARK_OPT_SOURCEPOS
        guard let parser = unsafe cmark_parser_new(options) else { return nil }
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            guard let syntaxExtension = unsafe cmark_find_syntax_extension(name),
                unsafe cmark_parser_attach_syntax_extension(parser, syntaxExtension) == 1
            else {
                unsafe cmark_parser_free(parser)
                return nil
            }
        }
        unsafe bytes.withUnsafeBytes { buffer in
            unsafe cmark_parser_feed(parser, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
        }
        guard let root = unsafe cmark_parser_finish(parser) else {
            unsafe cmark_parser_free(parser)
            return nil
        }
        return unsafe (parser, root)
    }

    deinit {
        unsafe cmark_node_free(rootPointer)
        unsafe cmark_parser_free(parser)
    }

    var root: MarkdownNode { unsafe MarkdownNode(pointer: rootPointer) }
}

/// A node of a document that is still alive.
@safe struct MarkdownNode: Equatable {
    enum Kind {
        case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
        case footnoteDefinition, table, tableRow, tableCell
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
        case footnoteReference, other
    }

    fileprivate let pointer: OpaquePointer

    fileprivate init(pointer: OpaquePointer) { unsafe self.pointer = pointer }

    private init?(_ pointer: OpaquePointer?) {
        guard let pointer = unsafe pointer else { return nil }
        unsafe self.init(pointer: pointer)
    }

    static func == (left: Self, right: Self) -> Bool { unsafe left.pointer == right.pointer }

    var kind: Kind {
        switch unsafe cmark_node_get_type(pointer) {
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_HTML_INLINE: .htmlInline
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
        case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
        default: extensionKind
        }
    }

    private var extensionKind: Kind {
        switch unsafe string(cmark_node_get_type_string(pointer)) {
        case "table": .table
        case "table_row", "table_header": .tableRow
        case "table_cell": .tableCell
        case "strikethrough": .strikethrough
        default: .other
        }
    }

    /// Whether the iterator visits the node once instead of entering and leaving it.
    var isLeaf: Bool {
        switch kind {
        case .htmlBlock, .thematicBreak, .codeBlock, .text, .softBreak, .lineBreak, .code, .htmlInline: true
        default: false
        }
    }

    var parent: MarkdownNode? { unsafe MarkdownNode(cmark_node_parent(pointer)) }
    var firstChild: MarkdownNode? { unsafe MarkdownNode(cmark_node_first_child(pointer)) }
    var lastChild: MarkdownNode? { unsafe MarkdownNode(cmark_node_last_child(pointer)) }
    var next: MarkdownNode? { unsafe MarkdownNode(cmark_node_next(pointer)) }
    var previous: MarkdownNode? { unsafe MarkdownNode(cmark_node_previous(pointer)) }

    /// The text of a text, code or raw HTML node.
    var literal: [UInt8] { unsafe bytes(cmark_node_get_literal(pointer)) }
    var url: String { unsafe string(cmark_node_get_url(pointer)) }
    var title: String { unsafe string(cmark_node_get_title(pointer)) }
    /// What stands behind the opening fence of a code block.
    var info: String { unsafe string(cmark_node_get_fence_info(pointer)) }

    /// The line of the text that was parsed, from 1; 0 where the library does not know.
    var startLine: Int { Int(unsafe cmark_node_get_start_line(pointer)) }
    var endLine: Int { Int(unsafe cmark_node_get_end_line(pointer)) }

    /// Whether fences stand around a block of code; others are indented.
    var isFenced: Bool {
        var length: Int32 = 0
        var offset: Int32 = 0
        var character: CChar = 0
        return unsafe cmark_node_get_fenced(pointer, &length, &offset, &character) == 1
    }

    var headingLevel: Int { Int(unsafe cmark_node_get_heading_level(pointer)) }
    var isOrderedList: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { Int(unsafe cmark_node_get_list_start(pointer)) }
    var isTightList: Bool { unsafe cmark_node_get_list_tight(pointer) == 1 }
    var isHeaderRow: Bool { unsafe cmark_gfm_extensions_get_table_row_is_header(pointer) == 1 }

    /// Whether a list item has a checkbox, and whether it is ticked.
    var checkbox: Bool? {
        guard unsafe cmark_node_get_syntax_extension(pointer) != nil else { return nil }
        return unsafe cmark_gfm_extensions_get_tasklist_item_checked(pointer)
    }

    /// The alignment of each column of a table: `l`, `c`, `r`, or 0.
    var columnAlignments: [UInt8] {
        let count = Int(unsafe cmark_gfm_extensions_get_table_columns(pointer))
        guard count > 0, let alignments = unsafe cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
        return unsafe Array(UnsafeBufferPointer(start: alignments, count: count))
    }

    /// The words of the node without any markup: line ends as spaces, images as their alternative text.
    var plainText: String {
        var text: [UInt8] = []
        for event in MarkdownWalk(of: self) where event.isEntering {
            switch event.node.kind {
            case .text, .code: text.append(contentsOf: event.node.literal)
            case .softBreak, .lineBreak: text.append(" ")
            default: break
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func string(_ pointer: UnsafePointer<CChar>?) -> String {
        guard let pointer = unsafe pointer else { return "" }
        return unsafe String(cString: pointer)
    }

    private func bytes(_ pointer: UnsafePointer<CChar>?) -> [UInt8] {
        guard let pointer = unsafe pointer else { return [] }
        let count = unsafe strlen(pointer)
        return unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: count) { start in
            unsafe Array(UnsafeBufferPointer(start: start, count: count))
        }
    }
}

/// Visits a node and everything in it, in the order of the text, without recursion.
@safe final class MarkdownWalk: Sequence, IteratorProtocol {
    struct Event {
        let node: MarkdownNode
        /// Leaves are entered only.
        let isEntering: Bool
    }

    private let iterator: OpaquePointer

    init(of node: MarkdownNode) {
        // Only without memory; cmark itself aborts then too, and the worker that dies of it is replaced.
        guard let iterator = unsafe cmark_iter_new(node.pointer) else { fatalError("out of memory") }
        unsafe self.iterator = iterator
    }

    deinit { unsafe cmark_iter_free(iterator) }

    func next() -> Event? {
        let event = unsafe cmark_iter_next(iterator)
        guard event != CMARK_EVENT_DONE, let node = unsafe cmark_iter_get_node(iterator) else { return nil }
        return unsafe Event(node: MarkdownNode(pointer: node), isEntering: event == CMARK_EVENT_ENTER)
    }

    /// Continues after `node`, which was just entered, as if it had been left.
    func skip(_ node: MarkdownNode) {
        unsafe cmark_iter_reset(iterator, node.pointer, CMARK_EVENT_EXIT)
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
