import type { DisclosureGrammar } from "../disclosure-grammar";

const PLACE =
  "(?:bakery|bakeries|shop|store|branch|office|head office|factory|plant|kitchen|warehouse|company|team|lab|school|hospital|clinic|restaurant|hotel)";
const GROUP = "(?:team|colleagues?|crew|co-workers?|coworkers?|workmates?|people|department|shift|manager|apprentices?)";
const TRADE =
  "(?:baker|pastry chef|chef|cook|driver|engineer|developer|designer|manager|shop lead|team lead|lead|seller|sales assistant|assistant|apprentice|intern|trainee|nurse|teacher|technician|accountant|recruiter|analyst|colleague|employee|team member|member of (?:the )?(?:staff|team))";
const AT_NAME = `(?:at|for|with|in) (?:the )?(?:${PLACE} )?NAME(?:'s?(?: ${PLACE})?| ${PLACE})?`;

export const english: DisclosureGrammar = {
  phrase: (name) => `I work at ${name}`,
  claims: [
    `i(?: am|'m)? (?:proudly |also |still )?(?:work|working|bake|baking|employed|drive|driving) ${AT_NAME}`,
    `i(?:'ve| have) (?:worked|been working|been|baked) ${AT_NAME}`,
    `i(?:'m| am) (?:an? |the |one of the )?(?:proud )?(?:[a-z]{3,15} ){0,2}${TRADE} (?:${AT_NAME}|of (?:the )?NAME)`,
    `i(?:'m| am) (?:an? )?NAME (?:employee|colleague|team member|baker)`,
    `i(?:'m| am) (?:part of|on|in|from) (?:the )?(?:${GROUP} (?:at|of) )?(?:the )?NAME(?:'s?)?(?: ${GROUP})?`,
    `i(?:'m| am) with NAME`,
    `as an? (?:proud )?(?:[a-z]{3,15} ){0,2}${TRADE} (?:${AT_NAME}|of (?:the )?NAME)`,
    `as an? (?:proud )?NAME (?:employee|colleague|team member|baker)`,
    `(?:here )?at NAME,? (?:where i work|my employer|my workplace|my company)`,
    `(?:here )?at (?:our |my )(?:${PLACE},? )NAME`,
    `(?:my|our) (?:employer|company|workplace)(?: is|,) (?:the )?(?:${PLACE} )?NAME`,
    `NAME,? (?:where i work|is where i work|is my employer|is my workplace|my employer|is the company i work for)`,
  ],
  subjects: [
    `(?:my|our) (?:${GROUP}|job|work) (?:here )?(?:at|of) (?:the )?(?:${PLACE} )?NAME`,
    `(?:all of us|we|us)(?: here)? at NAME`,
  ],
  openers: [
    "hi(?: all| everyone| there)?",
    "hello(?: all| everyone| there)?",
    "good (?:morning|afternoon|evening)(?: all| everyone)?",
    "(?:full )?disclosure",
    "disclaimer",
    "transparency",
    "yes",
    "as (?:many of )?you (?:may )?know",
    "for (?:[a-z]+|\\d+) (?:months|years)(?: now)?",
    "today",
    "since \\d{4}",
    "and",
    "so",
  ],
  followers: [
    "and", "in", "as", "for", "since", "where", "with", "on", "but", "so", "because", "here", "now", "every", "which",
    "who", "while", "when", "we", "i", "my", "our", "today",
  ],
  denials: ["not", "no", "nope", "never", "just kidding", "kidding", "jk", "or not", "or do i", "i wish", "i don'?t", "(?:and )?that(?:'s| is) (?:a lie|not true|false)", "any ?more", "no longer", "said nobody", "said no one"],
};
