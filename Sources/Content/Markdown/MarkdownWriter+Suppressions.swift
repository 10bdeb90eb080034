// Comments that silence findings, and the lines that each covers.

import UTF8Text

/// A comment that stands as a block of its own, until it is known which block follows.
struct WaitingSuppression {
    let container: MarkdownNode
    let rules: [String]
    let reason: String
    let position: SourcePosition
    let line: Int
    let coversPage: Bool
}

extension MarkdownWriter {
    /// Takes note of what a comment in the raw HTML of `node` silences, if anything.
    mutating func noteSuppression(_ comment: String, at place: SourcePosition, in node: MarkdownNode) {
        switch CommentDirective(comment) {
        case .none: break
        case .fault(let message, let help): log.report(.suppression, at: place, message, help: help)
        case .ignore(let rules, let reason): suppress(rules, reason: reason, at: place, in: node)
        }
    }

    private mutating func suppress(
        _ rules: [String], reason: String, at place: SourcePosition, in node: MarkdownNode
    ) {
        if node.isOnlyComments, let container = node.parent {
            waitingSuppressions.append(
                WaitingSuppression(
                    container: container, rules: rules, reason: reason, position: place,
                    line: places.start(of: node).line, coversPage: isFirstInFile(node)))
        } else {
            let block = node.enclosingLines
            log.suppress(
                Suppression(
                    rules: rules, reason: reason, position: place, firstLine: places.start(of: block).line,
                    lastLine: places.lastLine(of: block), coversPage: false))
        }
    }

    /// Whether nothing but comments stands before a block of a file without front matter.
    private mutating func isFirstInFile(_ node: MarkdownNode) -> Bool {
        guard mayStartWithComments, places.isAtStartOfFile, node.parent?.kind == .document else { return false }
        var previous = node.previous
        while let other = previous, other != lastOfFirstComments {
            if !other.isOnlyComments { mayStartWithComments = false }
            guard mayStartWithComments else { return false }
            previous = other.previous
        }
        lastOfFirstComments = node
        return true
    }

    /// Settles what the comments directly in `container` cover, now that all its blocks were seen: each the block that
    /// follows it in the file. Footnotes, which the library moves to the end, stand where they were written.
    mutating func settleSuppressions(in container: MarkdownNode) {
        guard waitingSuppressions.last?.container == container else { return }
        let first = waitingSuppressions.lastIndex { $0.container != container }.map { $0 + 1 } ?? 0
        let waiting = waitingSuppressions[first...]
        waitingSuppressions.removeSubrange(first...)

        let blocks = blocks(in: container)
        var index = 0
        for comment in waiting {
            while index < blocks.count, blocks[index].line <= comment.line { index += 1 }
            var lastLine = comment.line
            if index < blocks.count {
                // What the library says may be a line too many, which is the next block's.
                let next = index + 1 < blocks.count ? blocks[index + 1].line : Int.max
                lastLine = max(blocks[index].line, min(blocks[index].lastLine, next - 1))
            }
            log.suppress(
                Suppression(
                    rules: comment.rules, reason: comment.reason, position: comment.position, firstLine: comment.line,
                    lastLine: lastLine, coversPage: comment.coversPage))
        }
    }

    /// The lines of each block directly in `container` that is more than comments, in the order of the file.
    private func blocks(in container: MarkdownNode) -> [(line: Int, lastLine: Int)] {
        var blocks: [(line: Int, lastLine: Int)] = []
        var child = container.firstChild
        while let node = child {
            if !node.isOnlyComments { blocks.append((places.start(of: node).line, places.lastLine(of: node))) }
            child = node.next
        }
        return blocks.sorted { $0 < $1 }
    }
}

extension MarkdownNode {
    /// Whether the node is a block of HTML with nothing in it but comments.
    fileprivate var isOnlyComments: Bool {
        guard kind == .htmlBlock else { return false }
        return HTMLTokenizer(Array(literal)).allSatisfy { token in
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
