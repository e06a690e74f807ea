/** What happens to wins. Payloads carry ids and numbers only; the subject is the win. */
export const winEvents = {
  given: "win.given",
  edited: "win.edited",
  /** Within its first 30 seconds: as if it had never been. */
  undone: "win.undone",
  takenBack: "win.taken-back",
  removed: "win.removed",
  commented: "win.commented",
  commentRemoved: "win.comment-removed",
  /** The payload holds the ids of the wins that say so. */
  milestonesReached: "milestones.reached",
  milestoneSet: "milestone.set",
  valueAdded: "company-value.added",
  valueChanged: "company-value.changed",
  valueRetired: "company-value.retired",
  valueRestored: "company-value.restored",
  channelAdded: "chat-channel.added",
  channelChanged: "chat-channel.changed",
  channelPaused: "chat-channel.paused",
  channelResumed: "chat-channel.resumed",
  channelRemoved: "chat-channel.removed",
} as const;

/** The subject's kind in events and the audit. */
export const WIN = "win";
/** There is something new in the feed: pages say so and don't move. */
export const LIVE_TOPIC = "wins";
/** Told to those who were thanked: their home page shows it. */
export const THANKED_TOPIC = "thanked";
