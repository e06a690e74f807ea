/** Names that people in these places have. Lists, so that anybody can check that nobody famous is made. */

export const italianGiven = [
  "Alberto", "Alessia", "Andrea", "Angela", "Antonio", "Arianna", "Beatrice", "Bruno", "Camilla", "Carla",
  "Carlo", "Caterina", "Cecilia", "Claudio", "Cristina", "Daniele", "Debora", "Donatella", "Edoardo", "Elisa",
  "Emanuele", "Enrica", "Fabio", "Federica", "Filippo", "Franca", "Francesco", "Gabriele", "Gaia", "Gianluca",
  "Ginevra", "Giovanna", "Giulio", "Grazia", "Ilaria", "Ivan", "Jacopo", "Lara", "Laura", "Lorenzo",
  "Lucia", "Manuela", "Marina", "Martina", "Massimo", "Michela", "Mirko", "Monica", "Nadia", "Nicola",
  "Noemi", "Ornella", "Paola", "Pietro", "Raffaella", "Renato", "Riccardo", "Rita", "Samuele", "Sergio",
  "Silvia", "Simone", "Sonia", "Tommaso", "Valentina", "Vanessa", "Veronica", "Viola", "Vittorio", "Walter",
] as const;

export const italianFamily = [
  "Abate", "Airaldi", "Albertini", "Allasia", "Amerio", "Ardito", "Baldini", "Barale", "Basso", "Bellino",
  "Bertola", "Boccardo", "Bonetti", "Borello", "Bosio", "Bracco", "Brero", "Brunetti", "Bussone", "Calcagno",
  "Camerano", "Capello", "Cardone", "Casale", "Cattero", "Cavallero", "Cerutti", "Chiesa", "Cordero", "Costamagna",
  "Cravero", "Dalmasso", "Degiovanni", "Delfino", "Donato", "Fasana", "Ferrua", "Fissore", "Fresia",
  "Gallino", "Garrone", "Gennaro", "Ghione", "Giordano", "Giraudo", "Grosso", "Isoardi", "Lanza", "Lovera",
  "Maero", "Mandrile", "Marengo", "Martino", "Mellano", "Milanesio", "Monge", "Mondino", "Negrini", "Nicolino",
  "Oggero", "Oliva", "Pagliano", "Pasero", "Peirone", "Pellegrino", "Perotti", "Piovano", "Ponzo", "Quaglia",
  "Racca", "Ravera", "Revello", "Ricca", "Rinaudo", "Rosso", "Sacco", "Sanna", "Sismondi", "Tallone",
  "Tibaldi", "Toselli", "Trucco", "Valsania", "Vercelli", "Viale", "Vigna", "Vinai", "Zanetti", "Zunino",
] as const;

export const irishGiven = [
  "Aisling", "Aoife", "Brendan", "Caoimhe", "Ciara", "Colm", "Darragh", "Declan", "Deirdre", "Eimear",
  "Eoin", "Fiona", "Grainne", "Hannah", "Kevin", "Laura", "Maeve", "Malachy", "Noreen", "Oisin",
  "Orla", "Padraig", "Ruth", "Shane", "Tara", "Una",
] as const;

export const irishFamily = [
  "Brady", "Cahill", "Clancy", "Corrigan", "Cullen", "Devlin", "Dunne", "Fagan", "Flood", "Geraghty",
  "Hanlon", "Hennessy", "Keane", "Kilroy", "Lawlor", "Lynch", "Maguire", "McCabe", "Mulligan", "Nolan",
  "Quigley", "Rafferty", "Scully", "Sheridan", "Tighe", "Whelan",
] as const;

export const romanianGiven = [
  "Adela", "Adrian", "Alina", "Anca", "Bogdan", "Camelia", "Cătălin", "Corina", "Cosmin", "Dana",
  "Dorin", "Elena", "Florin", "Gabriela", "Georgiana", "Horia", "Ileana", "Iulian", "Lavinia", "Lucian",
  "Mădălina", "Marius", "Mihaela", "Nicoleta", "Octavian", "Oana", "Petru", "Raluca", "Răzvan", "Roxana",
  "Sorin", "Ștefania", "Teodora", "Tudor", "Vasile", "Violeta",
] as const;

export const romanianFamily = [
  "Ardelean", "Bălan", "Bogdan", "Bucur", "Călinescu", "Chiriac", "Ciobanu", "Cojocaru", "Crișan", "Dănilă",
  "Dobre", "Drăgan", "Dumitru", "Filip", "Florea", "Gavrilă", "Groza", "Iancu", "Lazăr", "Lupu",
  "Manea", "Marin", "Mocanu", "Moldovan", "Neagu", "Oprea", "Pașca", "Pop", "Preda", "Sârbu",
  "Stan", "Suciu", "Șerban", "Toma", "Ungureanu", "Vlad",
] as const;

/** Given names with the family name's ending: Russian family names follow the person. */
export const russianGiven = [
  ["Alla", "a"], ["Anton", ""], ["Galina", "a"], ["Gleb", ""], ["Inna", "a"], ["Kirill", ""],
  ["Larisa", "a"], ["Maxim", ""], ["Nadezhda", "a"], ["Pavel", ""], ["Raisa", "a"], ["Ruslan", ""],
  ["Svetlana", "a"], ["Timur", ""], ["Vera", "a"], ["Zhanna", "a"],
] as const;

export const russianFamily = [
  "Beloborodov", "Guskov", "Zhdanov", "Karasev", "Ladygin", "Maslov", "Ovsyannikov", "Pakhomov", "Rudakov",
  "Selivanov", "Tarasov", "Ushakov", "Fomin", "Chernov", "Shubin", "Yudin",
] as const;
