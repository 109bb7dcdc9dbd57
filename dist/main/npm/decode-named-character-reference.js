import { t as characterEntities } from "./character-entities.js";

// node_modules/decode-named-character-reference/index.js
const own = {}.hasOwnProperty;
function decodeNamedCharacterReference(value) {
	return own.call(characterEntities, value) ? characterEntities[value] : false;
}

export { decodeNamedCharacterReference as t };