// Owns the validated catalog: facts about etcd that ship with this version of the program.
// Must not know how a fact is used (lookups.ts, plan/) nor read files at run time.
import { EtcdMigrateError } from '../errors.ts';
import checksJson from './checks.json' with { type: 'json' };
import flagsJson from './flags.json' with { type: 'json' };
import hopsJson from './hops.json' with { type: 'json' };
import knownBadJson from './known-bad.json' with { type: 'json' };
import knownIssuesJson from './known-issues.json' with { type: 'json' };
import releasesJson from './releases.json' with { type: 'json' };
import restoresJson from './restores.json' with { type: 'json' };
import {
  type Catalog,
  ChecksFile,
  FlagsFile,
  HopsFile,
  KnownBadFile,
  KnownIssuesFile,
  ReleasesFile,
  RestoresFile,
  StorageFile,
  SymptomsFile,
} from './schema.ts';
import storageJson from './storage.json' with { type: 'json' };
import symptomsJson from './symptoms.json' with { type: 'json' };

let loaded: Catalog | undefined;

/** The catalog, validated once per process. A mistake in it is a bug of ours: `internal-error`. */
export function loadCatalog(): Catalog {
  if (loaded !== undefined) return loaded;
  try {
    const { catalogVersion, lines, releases } = ReleasesFile.parse(releasesJson);
    loaded = {
      catalogVersion,
      lines,
      releases,
      hops: HopsFile.parse(hopsJson).hops,
      knownBad: KnownBadFile.parse(knownBadJson).ranges,
      knownIssues: KnownIssuesFile.parse(knownIssuesJson).issues,
      symptoms: SymptomsFile.parse(symptomsJson).symptoms,
      checks: ChecksFile.parse(checksJson).checks,
      restores: RestoresFile.parse(restoresJson),
      flags: FlagsFile.parse(flagsJson),
      storage: StorageFile.parse(storageJson),
    };
  } catch (cause) {
    throw new EtcdMigrateError(
      'internal-error',
      'The catalog of this build does not match its schema; nothing was run.',
      {
        cause,
      },
    );
  }
  return loaded;
}
