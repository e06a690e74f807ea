/** What the office keeps: holidays, the privacy notice, and files from the payroll. */
import type { Language } from "./story";

/** Days off that fall on the same date every year ("12-25"); without a country everybody's. */
export const holidays: { date: string; name: string; country?: string; isHalf?: boolean }[] = [
  { date: "01-01", name: "Capodanno" },
  { date: "12-25", name: "Natale" },
  { date: "12-31", name: "San Silvestro, fino a mezzogiorno", isHalf: true },
  { date: "01-06", name: "Epifania", country: "IT" },
  { date: "04-25", name: "Festa della Liberazione", country: "IT" },
  { date: "05-01", name: "Festa del Lavoro", country: "IT" },
  { date: "06-02", name: "Festa della Repubblica", country: "IT" },
  { date: "08-15", name: "Ferragosto", country: "IT" },
  { date: "12-08", name: "Immacolata", country: "IT" },
  { date: "12-26", name: "Santo Stefano", country: "IT" },
  { date: "01-24", name: "Ziua Unirii Principatelor Române", country: "RO" },
  { date: "05-01", name: "Ziua Muncii", country: "RO" },
  { date: "06-01", name: "Ziua Copilului", country: "RO" },
  { date: "12-01", name: "Ziua Națională", country: "RO" },
  { date: "12-26", name: "A doua zi de Crăciun", country: "RO" },
  { date: "02-01", name: "Saint Brigid’s Day", country: "IE" },
  { date: "03-17", name: "Saint Patrick’s Day", country: "IE" },
  { date: "12-26", name: "Saint Stephen’s Day", country: "IE" },
];

/** Told to everybody, and asked of nobody to accept. */
export const privacyNotice: Record<Language, string> = {
  it: `# I tuoi dati in Vouch

Aurora usa Vouch per parlare con chi ci lavora. Qui stanno il tuo nome, il reparto, la sede, la mansione e ciò che scrivi.

- **Che cosa hai aperto e confermato** lo vedi tu. Chi pubblica vede numeri, mai nomi.
- **Che cosa hai condiviso** lo vedi tu. Gli altri vedono quante volte è stato condiviso un post.
- **Chi ha guardato la tua scheda** lo trovi nelle tue impostazioni.

I tuoi dati restano sui nostri server. Per domande: risorse umane, primo piano.`,
  en: `# Your data in Vouch

Aurora uses Vouch to talk with the people who work here. It holds your name, department, place of work, job and what you write.

- **What you opened and confirmed** you see yourself. Publishers see numbers, never names.
- **What you shared** you see yourself. Others see how often a post was shared.
- **Who looked at your record** stands in your settings.

Your data stay on our servers. For questions: human resources, first floor.`,
  ro: `# Datele tale în Vouch

Aurora folosește Vouch ca să vorbească cu oamenii care lucrează aici. Conține numele, departamentul, locul de muncă, funcția și ce scrii.

- **Ce ai deschis și confirmat** vezi tu. Cine publică vede cifre, niciodată nume.
- **Ce ai distribuit** vezi tu. Ceilalți văd de câte ori a fost distribuită o postare.
- **Cine s-a uitat la fișa ta** găsești în setările tale.

Datele tale rămân pe serverele noastre. Pentru întrebări: resurse umane, etajul întâi.`,
  ru: `# Ваши данные в Vouch

Aurora использует Vouch, чтобы говорить с теми, кто здесь работает. Здесь хранятся ваше имя, отдел, место работы, должность и то, что вы пишете.

- **Что вы открыли и подтвердили**, видите вы. Издатели видят числа, но не имена.
- **Чем вы поделились**, видите вы. Остальные видят, сколько раз поделились публикацией.
- **Кто смотрел вашу карточку**, сказано в ваших настройках.

Ваши данные остаются на наших серверах. Вопросы: отдел кадров, первый этаж.`,
};

/** The payroll's table: its name, whom it promotes, and what they are called now. */
export const payrollFile = { name: "paghe_autunno.csv", rows: 14, promoted: 2, title: "Shift lead" };
/** Handed in by mistake, and put aside. */
export const wrongFile = { name: "turni_bozza.csv", rows: 6 };
