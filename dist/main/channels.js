// src/plan/channels.ts
function sameForAll(settings) {
	return {
		shared: settings,
		own: {}
	};
}
function settingsOf({ shared, own }, member) {
	return (Object.hasOwn(own, member) ? own[member] : void 0) ?? shared;
}
function holdersOf(settings, members) {
	const alone = members.filter((member) => Object.hasOwn(settings.own, member));
	const together = members.filter((member) => !alone.includes(member));
	return [...together.length === 0 ? [] : [{
		members: together,
		settings: settings.shared
	}], ...alone.map((member) => ({
		members: [member],
		settings: settingsOf(settings, member)
	}))];
}
function memberNamesOf(voters, names) {
	return Array.from({ length: voters }, (_, index) => names?.[index] ?? `m${index + 1}`);
}

export { settingsOf as i, memberNamesOf as n, sameForAll as r, holdersOf as t };