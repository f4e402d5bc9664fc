import { expect, test } from "vitest";
import { attendeesOf, parts } from "./read-people.js";

test.each([
  [
    "attended by",
    "The meeting was attended by Turkish Minister Ali Kaya, Kazakh Health Minister Askar Nur and Governor Can Usta.",
    ["Ali Kaya present", "Askar Nur present", "Can Usta present"],
  ],
  [
    "titles behind, semicolons",
    "Those present included Anar Bek, foreign minister of Azerbaijan; Aziz Kul, foreign minister of Uzbekistan, as well as Askar Nur, deputy foreign minister of Kazakhstan.",
    ["Anar Bek present", "Aziz Kul present", "Askar Nur present"],
  ],
  ["hosted by", "The talks were hosted by Kazakh Minister Askar Nur in Astana.", ["Askar Nur host"]],
  ["chaired by", "The session was chaired by OTS Secretary General Bolot Kasym.", ["Bolot Kasym chair"]],
  ["led by", "A delegation led by Azerbaijan Red Crescent President Anar Bek visited Ankara.", ["Anar Bek present"]],
  [
    "met with",
    "Foreign Minister Ali Kaya met with his Azerbaijani counterpart Anar Bek in Baku.",
    ["Ali Kaya present", "Anar Bek present"],
  ],
  [
    "held talks",
    "President Ali Kaya held talks with Prime Minister Askar Nur.",
    ["Ali Kaya present", "Askar Nur present"],
  ],
  [
    "phone",
    "Foreign Minister Ali Kaya spoke by phone with US Secretary of State Mark Rub.",
    ["Ali Kaya present", "Mark Rub present"],
  ],
  ["received", "President Ali Kaya received Qatari Ambassador Saad Nasir.", ["Ali Kaya host", "Saad Nasir present"]],
  [
    "received by",
    "They were received by Turkish Red Crescent President Ece Al and Director General Can Usta.",
    ["Ece Al host", "Can Usta host"],
  ],
  [
    "verb and by apart",
    "The document was signed at a ceremony in Gaziantep by UNICEF Representative Anna Kis and Can Usta, the director general of the Turkish Red Crescent.",
    ["Anna Kis present", "Can Usta present"],
  ],
  [
    "took part",
    "Kazakh Minister Askar Nur and Uzbek Minister Aziz Kul took part in the panel.",
    ["Askar Nur present", "Aziz Kul present"],
  ],
  [
    "also attending were",
    "Also attending the meeting were Foreign Minister Ali Kaya and Energy and Natural Resources Minister Can Usta.",
    ["Ali Kaya present", "Can Usta present"],
  ],
  [
    "speaking at",
    "Speaking at the ceremony, Turkish Red Crescent President Ece Al said aid would go on.",
    ["Ece Al speaker"],
  ],
  [
    "video message",
    "In a video message, IFRC Secretary General Amara Sow told participants to go on.",
    ["Amara Sow message"],
  ],
  ["represented by", "Türkiye was represented by Deputy Minister Can Usta.", ["Can Usta present"]],
  [
    "relative clause between",
    "Foreign Minister Ali Kaya, who is in Tashkent, also met Uzbek President Aziz Kul.",
    ["Ali Kaya present", "Aziz Kul present"],
  ],
  [
    "particles",
    "The dinner was attended by Palestinian Ambassador Fayez Abu Shanab and Noora bint Ali al-Mannai.",
    ["Fayez Abu Shanab present", "Noora bint Ali al-Mannai present"],
  ],
  [
    "later surname",
    "Foreign Minister Ali Kaya arrived in Baku. | Kaya met with President Anar Bek.",
    ["Ali Kaya present", "Anar Bek present"],
  ],
  [
    "attribution behind",
    "Foreign Minister Ali Kaya met with Anar Bek on Monday, according to spokesperson Can Usta.",
    ["Ali Kaya present", "Anar Bek present"],
  ],
  [
    "discussed with",
    "President Ali Kaya discussed aid with Ambassador Anar Bek.",
    ["Ali Kaya present", "Anar Bek present"],
  ],
  [
    "a date between meeting and with",
    "Governor Ali Kaya held a meeting on Aug. 18 with Anar Bek, chairman of the society.",
    ["Ali Kaya present", "Anar Bek present"],
  ],
  ["two met", "Ministers Ali Kaya and Anar Bek met in Baku.", ["Ali Kaya present", "Anar Bek present"]],
  ["received people unnamed", "President Ali Kaya received a delegation of lawmakers.", ["Ali Kaya host"]],
  ["arrived", "President Ali Kaya arrived in Baku on Tuesday.", ["Ali Kaya present"]],
  [
    "short form in parentheses ends a title",
    "Ali Kaya, head of the Disaster and Emergency Management Authority (AFAD), met Minister Anar Bek.",
    ["Ali Kaya present", "Anar Bek present"],
  ],
  [
    "and his wife",
    "President Ali Kaya and his wife Nur Kaya welcomed President Anar Bek.",
    ["Ali Kaya present", "Nur Kaya present", "Anar Bek present"],
  ],
  [
    "an ordinal before the office",
    "It was attended by Minister Ali Kaya and the 5th president of Ukraine, Pet Poro.",
    ["Ali Kaya present", "Pet Poro present"],
  ],
  [
    "a delegation and whom it included",
    "Minister Ali Kaya led Malta's delegation for the talks, which included Ambassador Can Usta and Nur Tan.",
    ["Ali Kaya present", "Can Usta present", "Nur Tan present"],
  ],
  [
    "those who attended comprised",
    "The attendees on the Maltese side comprised Minister Ali Kaya and Ambassador Can Usta.",
    ["Ali Kaya present", "Can Usta present"],
  ],
  [
    "presented with",
    "President Ali Kaya presented Minister Anar Bek a wooden ship.",
    ["Ali Kaya present", "Anar Bek present"],
  ],
  [
    "telephone",
    "Minister Ali Kaya held a telephone conversation with Minister Anar Bek.",
    ["Ali Kaya present", "Anar Bek present"],
  ],
  [
    "of where and to where",
    "Minister Can Usta, Consul General of Malta in Istanbul Pal Kis and Ambassador of Ghana to Ankara Kofi Dan attended the meeting.",
    ["Can Usta present", "Pal Kis present", "Kofi Dan present"],
  ],
  [
    "several conversations by telephone",
    "President Ali Kaya had telephone conversations with President of Malta Anar Bek and Prime Minister Aziz Kul.",
    ["Ali Kaya present", "Anar Bek present", "Aziz Kul present"],
  ],
  [
    "has spoken by telephone",
    "President Ali Kaya has spoken over the phone with Minister Anar Bek.",
    ["Ali Kaya present", "Anar Bek present"],
  ],
  [
    "where he met",
    "Secretary-General Ali Kaya travelled to Baku, where he met with Minister Anar Bek.",
    ["Ali Kaya present", "Anar Bek present"],
  ],
  [
    "guests",
    "The ministers of Malta and Ghana, Pal Kis and Kofi Dan, were her guests.",
    ["Pal Kis present", "Kofi Dan present"],
  ],
  ["went with teams", "Governor Ali Kaya joined the relief teams in the village.", ["Ali Kaya present"]],
  ["read out a text", "Minister Ali Kaya, who read out the joint declaration, spoke of trade.", ["Ali Kaya speaker"]],
])("there: %s", (_name, text, wanted) => {
  expect(parts(text, "en")).toEqual(wanted);
});

test.each([
  ["future", "Foreign Minister Ali Kaya will meet with President Anar Bek on Monday."],
  ["future, second verb", "The forum will be hosted by Minister Ali Kaya and chaired by Professor Can Usta."],
  ["expected", "Minister Ali Kaya is expected to attend the summit."],
  ["negated", "Minister Ali Kaya did not attend the meeting."],
  ["congratulated", "President Ali Kaya congratulated Kazakh President Askar Nur."],
  ["welcomed a thing", "Minister Ali Kaya welcomed the agreement."],
  ["statement", "Turkish Red Crescent President Ece Al said in a statement that aid would go on."],
  ["in quotation marks", 'Aid workers said: "We met with Minister Ali Kaya last year."'],
  ["talks to come", "Talks between President Ali Kaya and President Anar Bek are due to begin on Monday."],
  ["had met before", "Minister Ali Kaya told reporters he had met with his counterpart Anar Bek."],
  ["a broadcast", "Governor Ali Kaya joined a live broadcast."],
  ["a law", "The law signed by President Ali Kaya takes effect on Monday."],
  ["a campaign", "The campaign led by singer Nur Tan raised money."],
  ["a standing office", "The foundation is chaired by Nur Tan."],
  ["died", "Author Ali Kaya, who chaired the council, died at 84. | Kaya attended the founding summit."],
  ["discussed with nobody named", "Minister Ali Kaya discussed the report with reporters."],
  ["arrived without an office", "Patient Ali Kaya arrived in Ankara."],
  ["a building", "The event was held at the Heydar Aliyev Center."],
  ["presented a thing", "President Ali Kaya presented the plan."],
  ["presented somebody's", "President Ali Kaya presented Anar Bek's plan."],
  ["a list of others", "The museum has many portraits, which included Ali Kaya and Can Usta."],
  ["where somebody else was", "Minister Ali Kaya told Governor Can Usta of Baku, where he met nobody."],
])("not there: %s", (_name, text) => {
  expect(parts(text, "en")).toEqual([]);
});

/** `Name | title | country` of each attendee. */
const offices = (text: string) =>
  attendeesOf(text, "en").map(({ name, title, country }) => `${name} | ${title} | ${country}`);

test.each([
  [
    "a title behind a name, then one before the next",
    "Ella Moran, Head of the Red Cross (ICRC) Delegation in Malta, IFRC Program Manager Can Usta and Minister Pal Kis of Malta also took part.",
    [
      "Ella Moran | Head of the Red Cross (ICRC) Delegation in Malta | null",
      "Can Usta | IFRC Program Manager | null",
      "Pal Kis | Minister | MT",
    ],
  ],
  [
    "a society's president is no second head of state",
    "President Ali Kaya received Turkish Red Crescent President Ece Al in Istanbul.",
    ["Ali Kaya | President | TR", "Ece Al | Turkish Red Crescent President | TR"],
  ],
  [
    "an agency before the title",
    "ASTANA. KAZINFORM - President of Kazakhstan Askar Nur met with Minister Pal Kis of Malta.",
    ["Askar Nur | President of Kazakhstan | KZ", "Pal Kis | Minister | MT"],
  ],
  [
    "of the country of the town that opens the story",
    "VALLETTA — The ministers met on Monday. | Agriculture Minister Pal Kis, who read out the communique, said trade mattered.",
    ["Pal Kis | Agriculture Minister | MT"],
  ],
  [
    "the post of an international office is nobody else's country",
    "ADANA — Aid came. | Ella Moran, Head of the ICRC Delegation in Cyprus, IFRC Manager Can Usta and Governor Ali Kaya took part.",
    [
      "Ella Moran | Head of the ICRC Delegation in Cyprus | null",
      "Can Usta | IFRC Manager | null",
      "Ali Kaya | Governor | TR",
    ],
  ],
])("office and country: %s", (_name, text, wanted) => {
  expect(offices(text)).toEqual(wanted);
});
