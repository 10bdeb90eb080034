// Comments that silence findings, and the lines that each covers.

import UTF8Text

struct Suppressions {
    /// A comment that stands as a block of its own, until it is known which block follows.
    private struct Waiting {
        let container: MarkdownNode
        let rules: [String]
        let reason: String
        let position: SourcePosition
        let line: Int
        let coversPage: Bool
    }

    /// Those in the blocks around the current node.
    private var waiting: [Waiting] = []
    /// The last of the comments that the file starts with, while it may still be nothing but comments.
    private var lastOfFirst: MarkdownNode?
    private var mayStartWithComments = true

    /// Takes note of what a comment in the raw HTML of `node` silences, if anything.
    mutating func note(_ comment: String, at place: SourcePosition, in node: MarkdownNode, of draft: inout PageDraft) {
        switch CommentDirective(comment) {
        case .none: break
        case .fault(let message, let help): draft.log.report(.suppression, at: place, message, help: help)
        case .ignore(let rules, let reason): suppress(rules, reason: reason, at: place, in: node, of: &draft)
        }
    }

    private mutating func suppress(
        _ rules: [String], reason: String, at place: SourcePosition, in node: MarkdownNode, of draft: inout PageDraft
    ) {
        let places = draft.places
        if node.isOnlyComments, let container = node.parent {
            waiting.append(
                Waiting(
                    container: container, rules: rules, reason: reason, position: place,
                    line: places.start(of: node).line, coversPage: isFirstInFile(node, places)))
        } else {
            let block = node.enclosingLines
            draft.log.suppress(
                Suppression(
                    rules: rules, reason: reason, position: place, firstLine: places.start(of: block).line,
                    lastLine: places.lastLine(of: block), coversPage: false))
        }
    }

    /// Whether nothing but comments stands before a block of a file without front matter.
    private mutating func isFirstInFile(_ node: MarkdownNode, _ places: PlaceFinder) -> Bool {
        guard mayStartWithComments, places.isAtStartOfFile, node.parent?.kind == .document else { return false }
        var previous = node.previous
        while let other = previous, other != lastOfFirst {
            if !other.isOnlyComments { mayStartWithComments = false }
            guard mayStartWithComments else { return false }
            previous = other.previous
        }
        lastOfFirst = node
        return true
    }

    /// Settles what the comments directly in `container` cover, now that all its blocks were seen: each the block that
    /// follows it in the file. Footnotes, which the library moves to the end, stand where they were written.
    mutating func settle(in container: MarkdownNode, of draft: inout PageDraft) {
        guard let last = waiting.last, last.container == container else { return }
        let first = waiting.lastIndex { $0.container != container }.map { $0 + 1 } ?? 0
        let settled = waiting[first...]
        waiting.removeSubrange(first...)

        let blocks = blocks(in: container, draft.places)
        var index = 0
        for comment in settled {
            while index < blocks.count, blocks[index].line <= comment.line { index += 1 }
            var lastLine = comment.line
            if index < blocks.count {
                // What the library says may be a line too many, which is the next block's.
                let next = index + 1 < blocks.count ? blocks[index + 1].line : Int.max
                lastLine = max(blocks[index].line, min(blocks[index].lastLine, next - 1))
            }
            draft.log.suppress(
                Suppression(
                    rules: comment.rules, reason: comment.reason, position: comment.position, firstLine: comment.line,
                    lastLine: lastLine, coversPage: comment.coversPage))
        }
    }

    /// The lines of each block directly in `container` that is more than comments, in the order of the file.
    private func blocks(in container: MarkdownNode, _ places: PlaceFinder) -> [(line: Int, lastLine: Int)] {
        container.children.filter { !$0.isOnlyComments }
            .map { (places.start(of: $0).line, places.lastLine(of: $0)) }
            .sorted { $0 < $1 }
    }
}

extension MarkdownNode {
    /// Whether the node is a block of HTML with nothing in it but comments.
    fileprivate var isOnlyComments: Bool {
        guard kind == .htmlBlock else { return false }
        return HTMLTokenizer(literal).allSatisfy { token in
            switch token {
            case .comment: true
            case .text(let text): text.allSatisfy(\.isASCIISpace)
            default: false
            }
        }
    }

    /// The block around something in a line: a paragraph, a heading, a row of a table; a block is its own.
    fileprivate var enclosingLines: MarkdownNode {
        var block = self
        while let parent = block.parent {
            switch block.kind {
            case .paragraph, .heading, .tableRow, .htmlBlock: return block
            default: block = parent
            }
        }
        return block
    }
}
