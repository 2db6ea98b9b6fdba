export { childOf, childrenOf, numberOf, parseXml, switchOf, valueOf, type XmlElement } from '../xml.js';
