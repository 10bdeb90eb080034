// The day that a handbook is built for.

import Content
import Glibc
package import UTF8Text

/// Today in UTC, or the day of `SOURCE_DATE_EPOCH` (reproducible-builds.org), so that a build can be repeated later.
///
/// - Throws: `MachineError` when the variable is not a number of seconds.
package func buildDay() throws(MachineError) -> CalendarDate {
    guard let value = unsafe getenv("SOURCE_DATE_EPOCH") else { return CalendarDate(daysSince1970: daysSince1970Now()) }
    let text = unsafe String(cString: value)
    guard let seconds = Int(text), seconds >= 0 else {
        throw .wrongRequest("SOURCE_DATE_EPOCH must be a number of seconds, not '\(text)'")
    }
    return CalendarDate(daysSince1970: seconds / 86_400)
}

/// How many cores this process may use.
package func availableCores() -> Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

/// Milliseconds of a clock that only goes forward, for telling how long something took.
package func now() -> Int { monotonicMilliseconds() }

/// The address with a final `/`, or `nil` when no site can have it.
package func publicAddress(_ text: String) -> String? { validBaseURL(text) }
