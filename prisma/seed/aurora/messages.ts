import { allergenLabels } from "./message-stories/allergen-labels";
import { coming } from "./message-stories/coming";
import { notices } from "./message-stories/notices";
import { oneMill } from "./message-stories/one-mill";
import { orderScreen } from "./message-stories/order-screen";
import { ovenCleaning } from "./message-stories/oven-cleaning";
import { payslipsOnline } from "./message-stories/payslips-online";
import { sourdough } from "./message-stories/sourdough";
import { sundayShift } from "./message-stories/sunday-shift";
import type { MessageStory } from "./story";

/** What Aurora told its people over the last 90 days, and what it is about to tell them. */
export const messages: MessageStory[] = [
  oneMill,
  allergenLabels,
  payslipsOnline,
  orderScreen,
  ovenCleaning,
  sundayShift,
  sourdough,
  ...notices,
  ...coming,
];
