// src/present.ts
function present(properties) {
	return Object.fromEntries(Object.entries(properties ?? {}).filter(([, value]) => value !== void 0));
}

export { present as t };