/** Where Aurora works once it has grown: its areas with their shops, its bakeries and its depots. */
import type { Language } from "../story";

export interface AreaStory {
  key: string;
  name: string;
  /** Of its office. */
  location: string;
  country: string;
  timeZone: string;
  /** What its people read, and how many in a hundred. */
  languages: readonly [Language, number][];
  shops: readonly [key: string, name: string, country?: string, timeZone?: string][];
}

const italy = { country: "IT", timeZone: "Europe/Rome" } as const;
const romania = { country: "RO", timeZone: "Europe/Bucharest" } as const;
const ireland = { country: "IE", timeZone: "Europe/Dublin" } as const;

export const areas: AreaStory[] = [
  { key: "piedmont", name: "Shops, Piedmont", location: "turin", ...italy, languages: [["it", 88], ["ro", 6], ["ru", 6]], shops: [
    ["turin", "Turin"], ["vanchiglia", "Turin Vanchiglia"], ["sanSalvario", "Turin San Salvario"], ["crocetta", "Turin Crocetta"],
    ["lingotto", "Turin Lingotto"], ["moncalieri", "Moncalieri"], ["rivoli", "Rivoli"], ["alba", "Alba"], ["asti", "Asti"],
    ["cuneo", "Cuneo"], ["novara", "Novara"], ["biella", "Biella"],
  ] },
  { key: "lombardy", name: "Shops, Lombardy", location: "isola", ...italy, languages: [["it", 90], ["ro", 6], ["ru", 4]], shops: [
    ["isola", "Milan Isola"], ["portaRomana", "Milan Porta Romana"], ["navigli", "Milan Navigli"], ["cittaStudi", "Milan Città Studi"],
    ["monza", "Monza"], ["bergamo", "Bergamo"], ["brescia", "Brescia"], ["pavia", "Pavia"], ["como", "Como"], ["varese", "Varese"],
  ] },
  { key: "liguria", name: "Shops, Liguria", location: "genoa", ...italy, languages: [["it", 96], ["ru", 4]], shops: [
    ["genoa", "Genoa Castelletto"], ["nervi", "Genoa Nervi"], ["savona", "Savona"], ["laSpezia", "La Spezia"], ["sanremo", "Sanremo"],
  ] },
  { key: "emilia", name: "Shops, Emilia-Romagna", location: "santoStefano", ...italy, languages: [["it", 92], ["ro", 8]], shops: [
    ["santoStefano", "Bologna Santo Stefano"], ["bolognina", "Bologna Bolognina"], ["modena", "Modena"], ["parma", "Parma"],
    ["reggio", "Reggio Emilia"], ["ferrara", "Ferrara"],
  ] },
  { key: "transylvania", name: "Shops, Transylvania and Banat", location: "cluj", ...romania, languages: [["ro", 100]], shops: [
    ["cluj", "Cluj-Napoca"], ["manastur", "Cluj Mănăștur"], ["oradea", "Oradea"], ["timisoara", "Timișoara"], ["arad", "Arad"],
    ["sibiu", "Sibiu"], ["brasov", "Brașov"],
  ] },
  { key: "bucharestArea", name: "Shops, Bucharest and the east", location: "bucharest", ...romania, languages: [["ro", 98], ["ru", 2]], shops: [
    ["bucharest", "Bucharest Cotroceni"], ["titan", "Bucharest Titan"], ["dorobanti", "Bucharest Dorobanți"],
    ["drumulTaberei", "Bucharest Drumul Taberei"], ["ploiesti", "Ploiești"], ["constanta", "Constanța"], ["iasi", "Iași"],
  ] },
  { key: "moldova", name: "Shops, Moldova", location: "chisinau", country: "MD", timeZone: "Europe/Chisinau", languages: [["ro", 60], ["ru", 40]], shops: [
    ["chisinau", "Chișinău Centru"], ["botanica", "Chișinău Botanica"], ["balti", "Bălți"],
  ] },
  { key: "dublin", name: "Shops, Dublin", location: "stoneybatter", ...ireland, languages: [["en", 94], ["ro", 6]], shops: [
    ["stoneybatter", "Dublin Stoneybatter"], ["rathmines", "Dublin Rathmines"], ["ranelagh", "Dublin Ranelagh"],
    ["drumcondra", "Dublin Drumcondra"], ["dunLaoghaire", "Dún Laoghaire"], ["bray", "Bray"],
  ] },
  { key: "irishTowns", name: "Shops, Irish towns", location: "cork", ...ireland, languages: [["en", 100]], shops: [
    ["cork", "Cork"], ["galway", "Galway"], ["limerick", "Limerick"], ["kilkenny", "Kilkenny"], ["belfast", "Belfast", "GB", "Europe/London"],
  ] },
];

export interface SiteStory {
  key: string;
  name: string;
  location: string;
  /** What it is called as a place, where no shop stands there. */
  place?: { name: string; country: string; timeZone: string };
  languages: readonly [Language, number][];
  people: number;
}

/** Where the bread is made. */
export const bakeries: SiteStory[] = [
  { key: "settimoBakery", name: "Settimo bakery", location: "settimo", place: { name: "Settimo bakery", ...italy }, languages: [["it", 76], ["ro", 12], ["ru", 12]], people: 142 },
  { key: "bolognaBakery", name: "Bologna bakery", location: "casalecchio", place: { name: "Casalecchio bakery", ...italy }, languages: [["it", 86], ["ro", 14]], people: 68 },
  { key: "clujBakery", name: "Cluj bakery", location: "cluj", languages: [["ro", 100]], people: 84 },
  { key: "bucharestBakery", name: "Bucharest bakery", location: "popesti", place: { name: "Popești bakery", ...romania }, languages: [["ro", 100]], people: 47 },
  { key: "dublinBakery", name: "Dublin bakery", location: "rathmines", languages: [["en", 92], ["ro", 8]], people: 43 },
];

/** From where it is driven. */
export const depots: SiteStory[] = [
  { key: "settimoDepot", name: "Settimo depot", location: "settimo", languages: [["it", 80], ["ro", 10], ["ru", 10]], people: 62 },
  { key: "bolognaDepot", name: "Bologna depot", location: "casalecchio", languages: [["it", 90], ["ro", 10]], people: 33 },
  { key: "clujDepot", name: "Cluj depot", location: "cluj", languages: [["ro", 100]], people: 41 },
  { key: "bucharestDepot", name: "Bucharest depot", location: "popesti", languages: [["ro", 100]], people: 30 },
  { key: "dublinDepot", name: "Dublin depot", location: "rathmines", languages: [["en", 100]], people: 26 },
];
