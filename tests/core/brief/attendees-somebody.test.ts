import { expect, test } from "vitest";
import { attendeesOf } from "./read-people.js";

/** `Name | title | country | part` of each attendee. */
const told = (text: string, language: "tr" | "en") =>
  attendeesOf(text, language).map(({ name, title, country, part }) => `${name} | ${title} | ${country} | ${part}`);

test.each([
  [
    "two capitals that are nobody",
    "Kent Butiği, Mobil Tezgah ve Ok Burcu açılışına; Vali Can Us katıldı.",
    ["Can Us | Vali | TR | present"],
  ],
  ["a given name without an office", "Törene Ayşe Karlı katıldı.", ["Ayşe Karlı | null | null | present"]],
  [
    "called by the surname later",
    "Törene Gondol Karlı katıldı. | Karlı, plaket aldı.",
    ["Gondol Karlı | null | null | present"],
  ],
  [
    "a house that was visited",
    "Vali Can Us ve genç gönüllüleri Anıtkabir'i ziyaret etti.",
    ["Can Us | Vali | TR | present"],
  ],
  [
    "an organisation right behind the surname",
    "Cumhurbaşkanı Us Türk Devletleri Teşkilatı bakanlarını kabul etti. | Cumhurbaşkanı Can Us, heyetle görüştü.",
    ["Can Us | Cumhurbaşkanı | TR | host"],
  ],
  [
    "a surname in capitals",
    "Törene Mersin Valisi Ali Can KOCA katıldı.",
    ["Ali Can KOCA | Mersin Valisi | TR | present"],
  ],
  [
    "who came along, in the accusative",
    "Vali Can Us, Kızılay Kars Şube Başkanı Nur Tan ve beraberindeki yöneticileri kabul etti.",
    ["Can Us | Vali | TR | host", "Nur Tan | Kızılay Kars Şube Başkanı | TR | present"],
  ],
  [
    "whatever is done at a gathering",
    "Törende Vali Can Us, çocuklara uçurtma dağıttı.",
    ["Can Us | Vali | TR | present"],
  ],
  ["but not what is done to somebody there", "Törende Vali Can Us resmen suçlandı.", []],
  [
    "a list that did something at a gathering",
    "Programa Vali Can Us, Kaymakam Nur Tan ve Müftü Ece Al icabet etti.",
    ["Can Us | Vali | TR | present", "Nur Tan | Kaymakam | TR | present", "Ece Al | Müftü | TR | present"],
  ],
  [
    "during a visit",
    "Ziyaret sırasında Kaymakam Can Us, çalışmaların süreceğini belirtti.",
    ["Can Us | Kaymakam | TR | speaker"],
  ],
  [
    "who speaks once a gathering was held",
    "Kars'ta kan bağışı etkinliği düzenlendi. | Kanın önemini vurgulayan Şube Başkanı Can Us, stokların azaldığını söyledi.",
    ["Can Us | Şube Başkanı | TR | speaker"],
  ],
  [
    "who speaks to the press about it",
    "Kars'ta kan bağışı etkinliği düzenlendi. | Şube Başkanı Can Us, AA muhabirine, stokların azaldığını söyledi.",
    [],
  ],
  [
    "a meeting told by who was there",
    "Bakan Can Us toplantıya katıldı. | Malta Sağlık Bakanı Joe Roe ile bir araya geldiklerini belirten Us, sonuçtan memnun olduklarını söyledi.",
    ["Can Us | Bakan | TR | present", "Joe Roe | Malta Sağlık Bakanı | MT | present"],
  ],
  [
    "an older one",
    "Bakan Can Us toplantıya katıldı. | Geçen ay Malta Sağlık Bakanı Joe Roe ile bir araya geldiklerini belirten Us, memnun olduklarını söyledi.",
    ["Can Us | Bakan | TR | present"],
  ],
  [
    "two offices with a dash",
    "Kazakistan Başbakan Yardımcısı - Dışişleri Bakanı Anar Bek, Bakan Can Us ile görüştü.",
    ["Anar Bek | Kazakistan Başbakan Yardımcısı - Dışişleri Bakanı | KZ | present", "Can Us | Bakan | TR | present"],
  ],
  [
    "small words inside and at the end of names",
    "Toplantıya Kırgızistan Bakanı Nurlan Asan uulu, AB Komisyonu Başkanı Ilse von der Tann, Belçika Bakanı Jan van de Maas ve İrlanda Bakanı Sean O'Rourke katıldı.",
    [
      "Nurlan Asan uulu | Kırgızistan Bakanı | KG | present",
      "Ilse von der Tann | AB Komisyonu Başkanı | null | present",
      "Jan van de Maas | Belçika Bakanı | BE | present",
      "Sean O'Rourke | İrlanda Bakanı | IE | present",
    ],
  ],
  [
    "who went there, and with whom",
    "Vali Can Us Türk Silahlı Kuvvetleri heyetiyle Kars'a geldi. | Bakan Nur Tan, Müdür Ece Al ile Lefkoşa'ya gitti.",
    ["Can Us | Vali | TR | present", "Nur Tan | Bakan | TR | present", "Ece Al | Müdür | TR | present"],
  ],
  [
    "the case of a surname in -oğlu",
    "Bakan Can Us, Vali Nur Kaçaroğlu'ndan kentteki çalışmalar hakkında bilgi aldı.",
    ["Can Us | Bakan | TR | present", "Nur Kaçaroğlu | Vali | TR | present"],
  ],
  [
    "a list with a tail of unnamed people",
    "Başkan Can Us, havalimanında Malta Meclis Başkanı Joe Roe, Büyükelçi Nur Tan ve diğer yetkililer tarafından karşılandı.",
    [
      "Can Us | Başkan | TR | present",
      "Joe Roe | Malta Meclis Başkanı | MT | present",
      "Nur Tan | Büyükelçi | TR | present",
    ],
  ],
  [
    "a press conference after talks",
    "Bakan Can Us, Malta Sağlık Bakanı Joe Roe ile yaptıkları görüşmenin ardından düzenlenen basın toplantısında konuştu.",
    ["Can Us | Bakan | TR | present", "Joe Roe | Malta Sağlık Bakanı | MT | present"],
  ],
  [
    "guests of one country",
    "Törende KKTC Meclis Başkanı Can Us, Başbakan Nur Tan, Müsteşar Ece Al hazır bulundu. | KKTC heyetinde ayrıca Müdür Gül Su da yer aldı.",
    [
      "Can Us | KKTC Meclis Başkanı | x-kktc | present",
      "Nur Tan | Başbakan | x-kktc | present",
      "Ece Al | Müsteşar | x-kktc | present",
      "Gül Su | Müdür | x-kktc | present",
    ],
  ],
  [
    "an international university of a town, and a war that is nobody",
    "Törene Taşkent Uluslararası Üniversitesi Rektörü Aziz Kul katıldı, Kıbrıs Barış Harekatı anıldı.",
    ["Aziz Kul | Taşkent Uluslararası Üniversitesi Rektörü | UZ | present"],
  ],
  [
    "a surname in capitals in a list, and three honorifics",
    "Törene Rektör Yardımcıları Prof. Dr. Can KAR, Prof. Dr. Erdoğan KANCA ve Danışman Dr. Öğr. Üyesi Cemal Us katıldı.",
    [
      "Can KAR | Rektör Yardımcıları | TR | present",
      "Erdoğan KANCA | Rektör Yardımcıları | TR | present",
      "Cemal Us | Danışman | TR | present",
    ],
  ],
  [
    "a wife is not her husband",
    "Cumhurbaşkanı Us'un eşi Ece Us, okulu ziyaret etti.",
    ["Ece Us | null | null | present"],
  ],
  [
    "a department for a part of the world",
    "Törene Orta Asya ve Kafkaslar Dairesi Başkanı Can Us katıldı.",
    ["Can Us | Orta Asya ve Kafkaslar Dairesi Başkanı | TR | present"],
  ],
])("Turkish: %s", (_name, text, people) => {
  expect(told(text, "tr")).toEqual(people);
});

test.each([
  [
    "the organisation behind the name",
    "President Can Usta met with President Nur Tan of the Turkish Red Crescent and Secretary-General Joe Roe of the International Federation of Red Cross and Red Crescent Societies (IFRC) in Istanbul.",
    [
      "Can Usta | President | TR | present",
      "Nur Tan | President | TR | present",
      "Joe Roe | Secretary-General | null | present",
    ],
  ],
  [
    "two words in parentheses, and a first name that is a town",
    "Malta Prime Minister Joe Roe received a delegation led by Secretary General of the Council of Turkic Nations (Turkic Council) Baghdad Bek.",
    [
      "Joe Roe | Malta Prime Minister | MT | host",
      "Baghdad Bek | Secretary General of the Council of Turkic Nations (Turkic Council) | null | present",
    ],
  ],
  [
    "somebody's counterpart",
    "Roe's Turkish counterpart Can Usta was also present. | Malta Foreign Minister Joe Roe attended the forum.",
    ["Can Usta | Turkish counterpart | TR | present", "Joe Roe | Malta Foreign Minister | MT | present"],
  ],
  [
    "what he did next",
    "Vice President of the Azerbaijan Red Crescent Society Anar Bek sent a letter. | He spoke at the assembly in Baku.",
    ["Anar Bek | Vice President of the Azerbaijan Red Crescent Society | AZ | speaker"],
  ],
  [
    "two who discussed it",
    "Malta Foreign Minister Joe Roe and Secretary General of the Organization of Turkic States Anar Bek discussed trade.",
    [
      "Joe Roe | Malta Foreign Minister | MT | present",
      "Anar Bek | Secretary General of the Organization of Turkic States | null | present",
    ],
  ],
  ["one who discussed it in a letter", "Malta Foreign Minister Joe Roe discussed trade in a letter.", []],
  [
    "words between the meeting and whom",
    "Malta Foreign Minister Joe Roe held a long meeting in Valletta with Ambassador Can Usta.",
    ["Joe Roe | Malta Foreign Minister | MT | present", "Can Usta | Ambassador | MT | present"],
  ],
  [
    "an honorific before the office",
    "Honorable Chairman of the Pakistan Red Crescent Society Shahid Kul attended the forum.",
    ["Shahid Kul | Chairman of the Pakistan Red Crescent Society | PK | present"],
  ],
  [
    "a country that owns him",
    "The meeting between Minister Joe Roe of Malta and Kazakhstan's Anar Bekov was long. | Bekov left.",
    ["Joe Roe | Minister | MT | present", "Anar Bekov | null | KZ | present"],
  ],
  [
    "an office whose country is told elsewhere",
    "The Maltese president received the Kazakh minister in Valletta. | President Joe Roe met with Minister Anar Bek.",
    ["Joe Roe | President | MT | present", "Anar Bek | Minister | KZ | present"],
  ],
  [
    "small words inside and at the end of names, and one that is written like the UN",
    "Kyrgyz Minister Nurlan Asan uulu, EU Commission President Ilse von der Tann, Irish Minister Sean O'Rourke, Indian Minister Anita D'Lima and North Korean leader Kim Il Un attended the summit.",
    [
      "Nurlan Asan uulu | Kyrgyz Minister | KG | present",
      "Ilse von der Tann | EU Commission President | null | present",
      "Sean O'Rourke | Irish Minister | IE | present",
      "Anita D'Lima | Indian Minister | IN | present",
      "Kim Il Un | North Korean leader | KP | present",
    ],
  ],
  [
    "two offices with a dash, and words that no list has",
    "Those attending the event were Chairman of the Cabinet of Ministers – Head of the Presidential Administration of the Kyrgyz Republic Anar Bek and Minister Can Usta.",
    [
      "Anar Bek | Chairman of the Cabinet of Ministers – Head of the Presidential Administration of the Kyrgyz Republic | KG | present",
      "Can Usta | Minister | KG | present",
    ],
  ],
  [
    "at a joint news conference",
    '"We signed it," President Can Usta said at a joint news conference with his Maltese counterpart Joe Roe.',
    ["Can Usta | President | null | present", "Joe Roe | Maltese counterpart | MT | present"],
  ],
  [
    "a province in parentheses, a body of several",
    "The meeting was attended by Mayor of Lindow (Avon) Nur Tan and President of the Union of Local Governments Ece Kaya.",
    [
      "Nur Tan | Mayor of Lindow (Avon) | null | present",
      "Ece Kaya | President of the Union of Local Governments | null | present",
    ],
  ],
  [
    "a portfolio in small letters",
    "Minister Ece Al met Nur Tan, the Japanese minister of economy, trade and industry, in Tokyo.",
    ["Ece Al | Minister | null | present", "Nur Tan | Japanese minister of economy, trade and industry | JP | present"],
  ],
  [
    "commas in a portfolio, before and behind the name",
    "The forum was attended by Deputy Minister of Higher Education, Science, and Innovation of Malta Joe Roe and Anar Bek, Deputy Minister of Culture, Youth and Sports of Kazakhstan.",
    [
      "Joe Roe | Deputy Minister of Higher Education, Science, and Innovation of Malta | MT | present",
      "Anar Bek | Deputy Minister of Culture, Youth and Sports of Kazakhstan | KZ | present",
    ],
  ],
  [
    "a written message, and who brought it",
    "Joe Roe, the deputy head of Turksoy, conveyed a message from Secretary-General Anar Bek at the forum in Baku.",
    ["Joe Roe | deputy head of Turksoy | null | speaker"],
  ],
  [
    "what they talked of, and by telephone",
    "Maltese Foreign Minister Joe Roe discussed developments in Sudan, Syria and the war with Kazakh Minister Anar Bek. | Minister Roe in a phone call with Turkish Minister Can Usta assured him.",
    [
      "Joe Roe | Maltese Foreign Minister | MT | present",
      "Anar Bek | Kazakh Minister | KZ | present",
      "Can Usta | Turkish Minister | TR | present",
    ],
  ],
])("English: %s", (_name, text, people) => {
  expect(told(text, "en")).toEqual(people);
});
