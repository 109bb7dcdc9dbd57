// Owns the registry of rules that span several keys of a manifest.
// Must not hold a rule itself.
import type { Rule } from '../draft.ts';
import { expectedKeys, revisionsOfCluster, sampledBackups, someBackups, takenFromCluster } from './backups.ts';
import { certificateWithKey, endpoints, fileOrVariable, mirrorCredentials, onePassword } from './connection.ts';
import { configFileAlone, flagAndVariable, knownHolders, numbersAsWritten, ownedSettings } from './etcd-settings.ts';
import { duplicateNames, voterCount } from './members.ts';
import { limitsFit, usableMix, valueSizeOrder } from './rehearsal.ts';
import { duplicateRisks, duplicateSources, usedSources } from './releases.ts';
import { downgrade, hops } from './versions.ts';

export const rules: readonly Rule[] = [
  downgrade,
  hops,
  duplicateNames,
  voterCount,
  knownHolders,
  ownedSettings,
  configFileAlone,
  flagAndVariable,
  numbersAsWritten,
  endpoints,
  mirrorCredentials,
  fileOrVariable,
  certificateWithKey,
  onePassword,
  valueSizeOrder,
  usableMix,
  limitsFit,
  someBackups,
  takenFromCluster,
  revisionsOfCluster,
  sampledBackups,
  expectedKeys,
  duplicateSources,
  usedSources,
  duplicateRisks,
];
