import { fiveInTheMorning, nineTaps, savedLoaves } from "./post-stories/bakery-life";
import { mill } from "./post-stories/mill";
import { bakersInCluj, eveningClass, harvestDiary, openBakery } from "./post-stories/people-wanted";
import type { PostStory } from "./story";

/** What Aurora's people may share outside, with who did. */
export const posts: PostStory[] = [
  harvestDiary,
  fiveInTheMorning,
  savedLoaves,
  nineTaps,
  mill,
  bakersInCluj,
  openBakery,
  eveningClass,
];
