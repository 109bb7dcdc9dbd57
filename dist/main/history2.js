// src/judge/history.ts
const idsPerSegment = 1e9;
const lastWrites = 999999e3;

export { lastWrites as n, idsPerSegment as t };