// Questions that need both what the gazetteer knows and what the store holds; the command line and the web ask them alike.
export { askedUnit, matchesIn, type AskedUnit, type UnitMatch } from './units.js';
export { askedPlace, placeChoices, SeveralPlaces } from './place.js';
export { entityOf, mentionsOf, type Entity, type Mentions } from './entities.js';
export { NameIndex } from './prefixes.js';
