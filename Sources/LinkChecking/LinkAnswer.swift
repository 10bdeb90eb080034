// One request by `curl`: how it is asked, and what its answer means for a link.

import UTF8Text

/// What is known about an address.
package enum LinkVerdict: Equatable, Sendable {
    case good
    /// It leads on, for good.
    case moved(to: String)
    case broken(String)
    /// Not to be told from here.
    case unsure(String)
}

enum LinkMethod {
    case head
    /// The first kilobyte, for hosts that do not answer to HEAD as they would to a browser.
    case get
}

package enum LinkLimit {
    /// Of one request with all its redirects, in seconds.
    package static let time = 20
    static let connection = 10
    static let redirects = 10
    static let bytes = 1024
    /// The longest wait that a host may ask for, in seconds.
    static let patience = 30
    static let retries = 2
}

/// The arguments of `curl` for one request. Settings of the user do not count, proxies of the environment do.
func curlArguments(_ address: String, method: LinkMethod, userAgent: String) -> [String] {
    let how = method == .head ? ["--head"] : ["--range", "0-\(LinkLimit.bytes - 1)"]
    return [
        "--disable", "--silent", "--globoff", "--location", "--max-redirs", "\(LinkLimit.redirects)", "--max-time",
        "\(LinkLimit.time)", "--connect-timeout", "\(LinkLimit.connection)", "--max-filesize", "\(1 << 20)", "--proto",
        "=http,https", "--proto-redir", "=http,https", "--suppress-connect-headers", "--user-agent", userAgent,
        "--output", "/dev/null", "--dump-header", "-", "--write-out", "\\n%{response_code} %{url_effective}",
    ] + how + ["--url", requestAddress(address)]
}

/// The address as it may travel: what no address may hold is percent-encoded, except in the name of the host.
func requestAddress(_ address: String) -> String {
    let scheme = address.utf8.firstIndex(of: ":").map { address.utf8.index(after: $0) } ?? address.startIndex
    let hostStart = address.utf8[scheme...].firstIndex { $0 != "/" } ?? address.endIndex
    let hostEnd = address.utf8[hostStart...].firstIndex { "/?#".utf8.contains($0) } ?? address.endIndex
    var result = Array(address.utf8[..<hostEnd])
    for byte in address.utf8[hostEnd...] {
        if byte > 0x20, byte < 0x7F, !"\"<>\\^`{|}".utf8.contains(byte) {
            result.append(byte)
        } else {
            result.append(contentsOf: "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8)
        }
    }
    return String(decoding: result, as: UTF8.self)
}

package struct LinkAnswer: Sendable {
    /// How `curl` ended; `nil` when it was ended.
    let exitCode: Int32?
    /// Of the last response; 0 for none.
    private(set) var status = 0
    private(set) var finalAddress = ""
    /// The responses on the way, the last one too: their status, and where they lead.
    private(set) var hops: [(status: Int, location: String?)] = []
    /// In seconds from now.
    private(set) var retryAfter: Int?

    /// - Parameters:
    ///   - output: The headers of each response, a line end, the last status and the last address.
    ///   - exitCode: Of `curl`; `nil` when it was ended.
    ///   - now: Seconds since 1970.
    package init(output: [UInt8], exitCode: Int32?, now: Int) {
        self.exitCode = exitCode
        let lines = String(decoding: output, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
        let last = lines.last?.split(separator: " ", maxSplits: 1) ?? []
        if last.count == 2 {
            status = Int(last[0]) ?? 0
            finalAddress = String(last[1])
        }
        for line in lines.dropLast() {
            if line.hasPrefix("HTTP/") {
                hops.append((Int(line.split(separator: " ").dropFirst().first ?? "") ?? 0, nil))
                retryAfter = nil
            } else if let colon = line.firstIndex(of: ":"), !hops.isEmpty {
                let value = line[line.index(after: colon)...].drop { $0 == " " }
                switch line[..<colon].lowercased() {
                case "location": hops[hops.count - 1].location = String(value)
                case "retry-after": retryAfter = waitingTime(value, now: now)
                default: break
                }
            }
        }
    }
}

/// What to do after an answer.
enum LinkStep: Equatable {
    case done(LinkVerdict)
    /// Ask again in another way.
    case ask(LinkMethod)
    /// Ask again in the same way after so many seconds.
    case retry(after: Int)
}

extension LinkAnswer {
    /// Whether no one knows the name of the host.
    var isOfUnknownHost: Bool { exitCode == 6 }

    func step(afterAsking method: LinkMethod, retries: Int) -> LinkStep {
        // A body that is too long, or slow, does not matter once the host has said that it has one.
        if (200..<300).contains(status) || status == 416 { return .done(whereItIs) }
        if method == .head, isRefusalOfHead { return .ask(.get) }
        if status == 429 || status >= 500, exitCode == 0 {
            let wait = retryAfter ?? (2 << retries)
            if retries < LinkLimit.retries, wait <= LinkLimit.patience { return .retry(after: wait) }
        }
        return .done(verdict)
    }

    private var isRefusalOfHead: Bool {
        switch exitCode {
        case 0: [400, 403, 404, 405, 406, 501].contains(status)
        // An empty or broken response: some servers drop what they do not know.
        case 52, 56, 92: true
        default: false
        }
    }

    private var verdict: LinkVerdict {
        switch exitCode {
        case 0:
            switch status {
            case 404, 410: return .broken("the host answers \(status)")
            case 300..<400: return .good
            default: return .unsure("the host answers \(status)")
            }
        case 3: return .broken("this is no address")
        case 6: return .broken("no host has this name")
        case 35: return .broken("the host has no secure connection")
        case 51, 60: return .broken("the certificate of the host is not valid")
        case 7: return .unsure("the host does not take connections")
        case 28, nil: return .unsure("the host does not answer in \(LinkLimit.time) seconds")
        case 47: return .unsure("it leads on more than \(LinkLimit.redirects) times")
        case let code?: return .unsure("the connection fails (curl \(code))")
        }
    }

    /// For good, where all redirects up to there are permanent ones (RFC 9110, sections 15.4.2 and 15.4.9).
    private var whereItIs: LinkVerdict {
        let redirects = hops.filter { (300..<400).contains($0.status) && $0.location != nil }
        let permanent = redirects.prefix { $0.status == 301 || $0.status == 308 }
        if permanent.isEmpty { return .good }
        if permanent.count == redirects.count { return .moved(to: finalAddress) }
        // What a temporary redirect leads on to may change; a relative address would have to be resolved.
        guard let target = permanent.last?.location, scheme(of: target) != nil else { return .good }
        return .moved(to: target)
    }
}

/// The value of a `Retry-After` header: seconds, or a date (RFC 9110, section 10.2.3), as seconds from now.
func waitingTime(_ value: some StringProtocol, now: Int) -> Int? {
    if let seconds = Int(value.trimmingSpace), seconds >= 0 { return seconds }
    // Sun, 06 Nov 1994 08:49:37 GMT
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let parts = value.split(separator: " ")
    guard parts.count == 6, parts[5].trimmingSpace == "GMT", let month = months.firstIndex(of: String(parts[2])),
        let date = CalendarDate("\(parts[3])-\(month < 9 ? "0" : "")\(month + 1)-\(parts[1])")
    else { return nil }
    let time = parts[4].split(separator: ":").compactMap { Int($0) }
    guard time.count == 3 else { return nil }
    return max(0, date.daysSince1970 * 86_400 + time[0] * 3600 + time[1] * 60 + time[2] - now)
}

extension StringProtocol {
    fileprivate var trimmingSpace: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
