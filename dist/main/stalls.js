import { t as present } from "./present.js";
import { n as systemClock } from "./clock.js";
import { t as require_dist } from "./npm/cockatiel.js";
import { t as require_lib } from "./npm/etcd3.js";

// src/etcd/application-client.ts
var import_dist = require_dist();
var import_lib = require_lib();
const callDeadlineMs = 5e3;
function unsentAgain(endpoints) {
	if (endpoints === 1) return import_dist.noop;
	return (0, import_dist.retry)((0, import_dist.handleWhen)((error) => /No connection established/.test(error.message)), {
		maxAttempts: 6,
		backoff: new import_dist.ConstantBackoff(20)
	});
}
function optionsFor(hosts, credentials, name) {
	const { tls, user } = credentials;
	return {
		hosts,
		...tls && { credentials: {
			rootCertificate: Buffer.from(tls.caPem),
			...present({
				privateKey: tls.keyPem === void 0 ? void 0 : Buffer.from(tls.keyPem),
				certChain: tls.certPem === void 0 ? void 0 : Buffer.from(tls.certPem)
			})
		} },
		...user && { auth: {
			username: user.name,
			password: user.password
		} },
		faultHandling: {
			host: () => import_dist.noop,
			global: unsentAgain(hosts.length),
			watchBackoff: new import_dist.ConstantBackoff(100).next()
		},
		defaultCallOptions: (context) => context.isStream ? {} : { deadline: Date.now() + callDeadlineMs },
		grpcOptions: {
			"grpc.initial_reconnect_backoff_ms": 50,
			"grpc.min_reconnect_backoff_ms": 50,
			"grpc.max_reconnect_backoff_ms": 250,
			"grpc.max_receive_message_length": -1,
			"grpc.keepalive_time_ms": 1e4,
			"grpc.keepalive_timeout_ms": 5e3,
			"grpc.primary_user_agent": name,
			...tls?.serverName !== void 0 && {
				"grpc.ssl_target_name_override": tls.serverName,
				"grpc.default_authority": tls.serverName
			}
		}
	};
}
var OpenClient = class extends import_lib.Etcd3 {
	get #loginHolder() {
		return this.pool;
	}
	get login() {
		return this.#loginHolder.authenticator;
	}
	set login(login) {
		this.#loginHolder.authenticator = login;
	}
	get hosts() {
		return this.pool.hosts;
	}
	get watchStream() {
		return this.watchManager;
	}
	call(service, method, payload) {
		return this.pool.exec(service, method, payload);
	}
	snapshot() {
		return this.pool.withConnection("Maintenance", ({ client, metadata }) => {
			return client.snapshot({}, metadata);
		});
	}
};
function keepChannels(client) {
	for (const host of client.hosts) {
		const [reset, close] = [host.resetAllServices.bind(host), host.close.bind(host)];
		host.resetAllServices = () => void 0;
		host.close = () => {
			host.resetAllServices = reset;
			close();
		};
	}
}
function renewRefusedStream(client) {
	const stream = client.watchStream;
	const own = stream.handleCreatedResponse.bind(stream);
	stream.handleCreatedResponse = (response) => {
		own(response);
		if (!response.canceled) return;
		client.login.invalidateMetadata();
		stream.handleError(/* @__PURE__ */ new Error(`A watch was refused: ${response.cancel_reason}`));
	};
}
const newLoginMs = 1e3;
const askAgainMs = 50;
function calmLogin(client) {
	const own = client.login;
	let current;
	let knownSinceUs;
	let refused = false;
	client.login = {
		getMetadata: async () => {
			if (refused) {
				refused = false;
				await systemClock.sleep(askAgainMs);
			}
			current ??= own.getMetadata().then((metadata) => {
				knownSinceUs = systemClock.monotonicUs();
				return metadata;
			}, (error) => {
				current = void 0;
				throw new Error(`No login: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
			});
			return current;
		},
		invalidateMetadata: () => {
			if (knownSinceUs === void 0 || systemClock.monotonicUs() - knownSinceUs < newLoginMs * 1e3) {
				refused = true;
				return;
			}
			knownSinceUs = void 0;
			current = void 0;
			own.invalidateMetadata();
		}
	};
}
function createApplicationClient(endpoints, credentials, name = "application") {
	const pool = new OpenClient(optionsFor(endpoints.map(({ url }) => url), credentials, name));
	const connections = endpoints.map(({ member, url }) => ({
		member,
		url,
		client: new OpenClient(optionsFor([url], credentials, name))
	}));
	for (const client of [pool, ...connections.map((each) => each.client)]) {
		if (credentials.user) calmLogin(client);
		keepChannels(client);
		renewRefusedStream(client);
	}
	const members = connections.map(({ member, url, client }) => ({
		member,
		url,
		client,
		hashKv: (revision) => client.call("Maintenance", "hashKv", { revision }),
		snapshot: () => client.snapshot()
	}));
	const close = () => {
		for (const { client } of members) client.close();
		pool.close();
	};
	return {
		members,
		pool,
		close,
		[Symbol.asyncDispose]: async () => close()
	};
}

// src/platform/stalls.ts
const everyMs = 100;
const lateMs = 500;
async function watchStalls(clock, signal, tell) {
	while (!signal.aborted) {
		const due = clock.monotonicUs() + everyMs * 1e3;
		await clock.sleep(everyMs, signal).catch(() => void 0);
		const at = clock.monotonicUs();
		if (at - due > 500 * 1e3) tell({
			from: due,
			to: at
		});
	}
}

export { callDeadlineMs as n, createApplicationClient as r, watchStalls as t };