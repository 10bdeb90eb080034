// What the calculation of a network says about each activity, and what it says when there is none.

package struct Schedule: Sendable {
    /// In the order of the activities.
    package let times: [ActivityTimes]
    /// The finish of the network, which is its duration in working days of the first calendar.
    package let finish: Int
    /// The chain of unfinished activities that decides the finish, first to last: each starts when it does because of the
    /// one before. Of several, the one whose activities come first in the order they were given in.
    package let criticalPath: [Int]
    /// How many such chains there are; `Int.max` when they are too many to count.
    package let criticalPathCount: Int
    /// Whether the successor starts when it does because of this dependency, in the order of the dependencies.
    package let drivingDependencies: [Bool]
    /// The places of dependencies that would let a successor start before the plan does. It starts on day 0 instead.
    package let dependenciesBeforeStart: [Int]
}

/// Activities that wait for each other.
package struct DependencyCycle: Error, Hashable {
    /// In the order of their dependencies, the first in the order of the network first. The last holds back the first.
    package let activities: [Int]

    package init(activities: [Int]) { self.activities = activities }
}
