import type { DepartmentStory } from "./departments";
import type { PersonStory, Waiting } from "./people";
import type { Language, MessageStory, PersonKey, PostStory } from "./story";

export interface LocationStory {
  key: string;
  name: string;
  country: string;
  timeZone: string;
}

/** What one size is made of. */
export interface CompanyStory {
  name: string;
  shortName: string;
  language: Language;
  languages: readonly Language[];
  timeZone: string;
  /** Parents stand before their children; the first is the top of the tree. */
  departments: readonly DepartmentStory[];
  locations: readonly LocationStory[];
  people: readonly PersonStory[];
  /** Who begins it in Vouch. */
  founder: PersonKey;
  /** In the order in which they are printed. */
  signIns: readonly PersonKey[];
  /** Who has not joined yet, and how they wait. */
  waiting?: ReadonlyMap<PersonKey, Waiting>;
  /** Somebody without a mail address who joined with a card and chose DEMO_PIN. */
  pinSignIn?: PersonKey;
  approvalRules: readonly { department: string; reason: string; coversNotices: boolean }[];
  messages: readonly MessageStory[];
  posts: readonly PostStory[];
}
