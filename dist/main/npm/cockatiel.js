import { t as __commonJSMin } from "../rolldown-runtime.js";

// node_modules/cockatiel/dist/backoff/ConstantBackoff.js
var require_ConstantBackoff = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ConstantBackoff = void 0;
	var ConstantBackoff = class {
		constructor(interval) {
			this.interval = interval;
		}
		next() {
			return instance(this.interval);
		}
	};
	exports.ConstantBackoff = ConstantBackoff;
	const instance = (interval) => ({
		duration: interval,
		next() {
			return this;
		}
	});
}));

// node_modules/cockatiel/dist/backoff/DelegateBackoff.js
var require_DelegateBackoff = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DelegateBackoff = void 0;
	var DelegateBackoff = class {
		constructor(fn) {
			this.fn = fn;
		}
		next(context) {
			return instance(this.fn).next(context);
		}
	};
	exports.DelegateBackoff = DelegateBackoff;
	const instance = (fn, state, current = 0) => ({
		duration: current,
		next(context) {
			const result = fn(context, state);
			return typeof result === "number" ? instance(fn, state, result) : instance(fn, result.state, result.delay);
		}
	});
}));

// node_modules/cockatiel/dist/backoff/ExponentialBackoffGenerators.js
var require_ExponentialBackoffGenerators = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.decorrelatedJitterGenerator = exports.halfJitterGenerator = exports.fullJitterGenerator = exports.noJitterGenerator = void 0;
	const noJitterGenerator = (attempts = 0, options) => [Math.min(options.maxDelay, options.initialDelay * 2 ** attempts), attempts + 1];
	exports.noJitterGenerator = noJitterGenerator;
	const fullJitterGenerator = (state, options) => {
		const [delay, next] = (0, exports.noJitterGenerator)(state, options);
		return [Math.floor(Math.random() * delay), next];
	};
	exports.fullJitterGenerator = fullJitterGenerator;
	const halfJitterGenerator = (attempts, options) => {
		const [delay, next] = (0, exports.noJitterGenerator)(attempts, options);
		return [Math.floor((delay + Math.random() * delay) / 2), next];
	};
	exports.halfJitterGenerator = halfJitterGenerator;
	const pFactor = 4;
	const rpScalingFactor = 1 / 1.4;
	const decorrelatedJitterGenerator = (state, options) => {
		const [attempt, prev] = state || [0, 0];
		const t = attempt + Math.random();
		const next = Math.pow(options.exponent, t) * Math.tanh(Math.sqrt(pFactor * t));
		const formulaIntrinsicValue = isFinite(next) ? Math.max(0, next - prev) : Infinity;
		return [Math.min(formulaIntrinsicValue * rpScalingFactor * options.initialDelay, options.maxDelay), [attempt + 1, next]];
	};
	exports.decorrelatedJitterGenerator = decorrelatedJitterGenerator;
}));

// node_modules/cockatiel/dist/backoff/ExponentialBackoff.js
var require_ExponentialBackoff = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ExponentialBackoff = void 0;
	const defaultOptions = {
		generator: require_ExponentialBackoffGenerators().decorrelatedJitterGenerator,
		maxDelay: 3e4,
		exponent: 2,
		initialDelay: 128
	};
	var ExponentialBackoff = class {
		constructor(options) {
			this.options = options ? {
				...defaultOptions,
				...options
			} : defaultOptions;
		}
		next() {
			return instance(this.options).next(void 0);
		}
	};
	exports.ExponentialBackoff = ExponentialBackoff;
	const instance = (options, state, delay = 0, attempt = -1) => ({
		duration: delay,
		next() {
			const [nextDelay, nextState] = options.generator(state, options);
			return instance(options, nextState, nextDelay, attempt + 1);
		}
	});
}));

// node_modules/cockatiel/dist/backoff/IterableBackoff.js
var require_IterableBackoff = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.IterableBackoff = void 0;
	var IterableBackoff = class {
		constructor(durations) {
			this.durations = durations;
		}
		next(_context) {
			return instance(this.durations, 0);
		}
	};
	exports.IterableBackoff = IterableBackoff;
	const instance = (durations, index) => ({
		duration: durations[index],
		next() {
			return index === durations.length - 1 ? this : instance(durations, index + 1);
		}
	});
}));

// node_modules/cockatiel/dist/backoff/Backoff.js
var require_Backoff = /* @__PURE__ */ __commonJSMin(((exports, module, this$4) => {
	var __createBinding = this$4 && this$4.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$4 && this$4.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	__exportStar(require_ConstantBackoff(), exports);
	__exportStar(require_DelegateBackoff(), exports);
	__exportStar(require_ExponentialBackoff(), exports);
	__exportStar(require_ExponentialBackoffGenerators(), exports);
	__exportStar(require_IterableBackoff(), exports);
}));

// node_modules/cockatiel/dist/breaker/ConsecutiveBreaker.js
var require_ConsecutiveBreaker = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ConsecutiveBreaker = void 0;
	var ConsecutiveBreaker = class {
		constructor(threshold) {
			this.threshold = threshold;
			this.state = 0;
		}
		success() {
			this.state = 0;
		}
		failure() {
			return ++this.state >= this.threshold;
		}
	};
	exports.ConsecutiveBreaker = ConsecutiveBreaker;
}));

// node_modules/cockatiel/dist/errors/TaskCancelledError.js
var require_TaskCancelledError = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.TaskCancelledError = void 0;
	var TaskCancelledError = class extends Error {
		constructor(message = "Operation cancelled") {
			super(message);
			this.message = message;
			this.isTaskCancelledError = true;
		}
	};
	exports.TaskCancelledError = TaskCancelledError;
}));

// node_modules/cockatiel/dist/common/Event.js
var require_Event = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.MemorizingEventEmitter = exports.EventEmitter = exports.onAbort = exports.Event = exports.noopDisposable = void 0;
	const TaskCancelledError_1 = require_TaskCancelledError();
	exports.noopDisposable = { dispose: () => void 0 };
	var Event;
	(function(Event) {
		Event.once = (event, listener) => {
			let syncDispose = false;
			let disposable;
			disposable = event((value) => {
				listener(value);
				if (disposable) disposable.dispose();
				else syncDispose = true;
			});
			if (syncDispose) {
				disposable.dispose();
				return exports.noopDisposable;
			}
			return disposable;
		};
		Event.toPromise = (event, signal) => {
			if (!signal) return new Promise((resolve) => Event.once(event, resolve));
			if (signal.aborted) return Promise.reject(new TaskCancelledError_1.TaskCancelledError());
			const toDispose = [];
			return new Promise((resolve, reject) => {
				const abortEvt = (0, exports.onAbort)(signal);
				toDispose.push(abortEvt);
				toDispose.push(abortEvt.event(() => {
					reject(new TaskCancelledError_1.TaskCancelledError());
				}));
				toDispose.push(Event.once(event, (data) => {
					resolve(data);
				}));
			}).finally(() => {
				for (const d of toDispose) d.dispose();
			});
		};
	})(Event || (exports.Event = Event = {}));
	const onAbort = (signal) => {
		const evt = new OneShotEvent();
		if (signal.aborted) {
			evt.emit();
			return {
				event: evt.addListener,
				dispose: () => {}
			};
		}
		const dispose = () => signal.removeEventListener("abort", l);
		const l = () => {
			evt.emit();
			dispose();
		};
		signal.addEventListener("abort", l);
		return {
			event: evt.addListener,
			dispose
		};
	};
	exports.onAbort = onAbort;
	var EventEmitter = class {
		constructor() {
			this.addListener = (listener) => this.addListenerInner(listener);
		}
		get size() {
			if (!this.listeners) return 0;
			else if (typeof this.listeners === "function") return 1;
			else return this.listeners.length;
		}
		emit(value) {
			if (!this.listeners) {} else if (typeof this.listeners === "function") this.listeners(value);
			else for (const listener of this.listeners) listener(value);
		}
		addListenerInner(listener) {
			if (!this.listeners) this.listeners = listener;
			else if (typeof this.listeners === "function") this.listeners = [this.listeners, listener];
			else this.listeners.push(listener);
			return { dispose: () => this.removeListener(listener) };
		}
		removeListener(listener) {
			if (!this.listeners) return;
			if (typeof this.listeners === "function") {
				if (this.listeners === listener) this.listeners = void 0;
				return;
			}
			const index = this.listeners.indexOf(listener);
			if (index === -1) return;
			if (this.listeners.length === 2) this.listeners = index === 0 ? this.listeners[1] : this.listeners[0];
			else this.listeners = this.listeners.slice(0, index).concat(this.listeners.slice(index + 1));
		}
	};
	exports.EventEmitter = EventEmitter;
	var MemorizingEventEmitter = class extends EventEmitter {
		constructor() {
			super(...arguments);
			this.addListener = (listener) => {
				const disposable = this.addListenerInner(listener);
				if (this.lastValue) listener(this.lastValue.value);
				return disposable;
			};
		}
		get hasEmitted() {
			return !!this.lastValue;
		}
		emit(value) {
			this.lastValue = { value };
			super.emit(value);
		}
	};
	exports.MemorizingEventEmitter = MemorizingEventEmitter;
	var OneShotEvent = class extends EventEmitter {
		constructor() {
			super(...arguments);
			this.addListener = (listener) => {
				if (this.lastValue) {
					listener(this.lastValue.value);
					return exports.noopDisposable;
				} else return this.addListenerInner(listener);
			};
		}
		emit(value) {
			this.lastValue = { value };
			super.emit(value);
			this.listeners = void 0;
		}
	};
}));

// node_modules/cockatiel/dist/common/abort.js
var require_abort = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.deriveAbortController = exports.abortedSignal = exports.neverAbortedSignal = void 0;
	const Event_1 = require_Event();
	exports.neverAbortedSignal = new AbortController().signal;
	const cancelledSrc = new AbortController();
	cancelledSrc.abort();
	exports.abortedSignal = cancelledSrc.signal;
	const noop = () => {};
	const deriveAbortController = (signal) => {
		const ctrl = new AbortController();
		let dispose = noop;
		if (!signal) return {
			ctrl,
			dispose
		};
		if (signal.aborted) ctrl.abort();
		else {
			const abortEvt = (0, Event_1.onAbort)(signal);
			abortEvt.event(() => ctrl.abort());
			dispose = abortEvt.dispose;
		}
		return {
			ctrl,
			dispose
		};
	};
	exports.deriveAbortController = deriveAbortController;
}));

// node_modules/cockatiel/dist/common/Executor.js
var require_Executor = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ExecuteWrapper = exports.returnOrThrow = void 0;
	const Event_1 = require_Event();
	const returnOrThrow = (failure) => {
		if ("error" in failure) throw failure.error;
		if ("success" in failure) return failure.success;
		return failure.value;
	};
	exports.returnOrThrow = returnOrThrow;
	const makeStopwatch = () => {
		if (typeof performance !== "undefined") {
			const start = performance.now();
			return () => performance.now() - start;
		} else {
			const start = process.hrtime.bigint();
			return () => Number(process.hrtime.bigint() - start) / 1e6;
		}
	};
	var ExecuteWrapper = class ExecuteWrapper {
		constructor(errorFilter = () => false, resultFilter = () => false) {
			this.errorFilter = errorFilter;
			this.resultFilter = resultFilter;
			this.successEmitter = new Event_1.EventEmitter();
			this.failureEmitter = new Event_1.EventEmitter();
			this.onSuccess = this.successEmitter.addListener;
			this.onFailure = this.failureEmitter.addListener;
		}
		clone() {
			return new ExecuteWrapper(this.errorFilter, this.resultFilter);
		}
		async invoke(fn, ...args) {
			const stopwatch = this.successEmitter.size || this.failureEmitter.size ? makeStopwatch() : null;
			try {
				const value = await fn(...args);
				if (!this.resultFilter(value)) {
					if (stopwatch) this.successEmitter.emit({ duration: stopwatch() });
					return { success: value };
				}
				if (stopwatch) this.failureEmitter.emit({
					duration: stopwatch(),
					handled: true,
					reason: { value }
				});
				return { value };
			} catch (rawError) {
				const error = rawError;
				const handled = this.errorFilter(error);
				if (stopwatch) this.failureEmitter.emit({
					duration: stopwatch(),
					handled,
					reason: { error }
				});
				if (!handled) throw error;
				return { error };
			}
		}
	};
	exports.ExecuteWrapper = ExecuteWrapper;
}));

// node_modules/cockatiel/dist/errors/BrokenCircuitError.js
var require_BrokenCircuitError = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.BrokenCircuitError = void 0;
	var BrokenCircuitError = class extends Error {
		constructor(message = "Execution prevented because the circuit breaker is open") {
			super(message);
			this.isBrokenCircuitError = true;
		}
	};
	exports.BrokenCircuitError = BrokenCircuitError;
}));

// node_modules/cockatiel/dist/errors/BulkheadRejectedError.js
var require_BulkheadRejectedError = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.BulkheadRejectedError = void 0;
	var BulkheadRejectedError = class extends Error {
		constructor(executionSlots, queueSlots) {
			super(`Bulkhead capacity exceeded (0/${executionSlots} execution slots, 0/${queueSlots} available)`);
			this.isBulkheadRejectedError = true;
		}
	};
	exports.BulkheadRejectedError = BulkheadRejectedError;
}));

// node_modules/cockatiel/dist/errors/HydratingCircuitError.js
var require_HydratingCircuitError = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.HydratingCircuitError = void 0;
	var HydratingCircuitError = class extends Error {
		constructor(message = "Execution prevented because the circuit breaker is open") {
			super(message);
			this.isHydratingCircuitError = true;
		}
	};
	exports.HydratingCircuitError = HydratingCircuitError;
}));

// node_modules/cockatiel/dist/errors/IsolatedCircuitError.js
var require_IsolatedCircuitError = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.IsolatedCircuitError = void 0;
	const BrokenCircuitError_1 = require_BrokenCircuitError();
	var IsolatedCircuitError = class extends BrokenCircuitError_1.BrokenCircuitError {
		constructor() {
			super(`Execution prevented because the circuit breaker is open`);
			this.isIsolatedCircuitError = true;
		}
	};
	exports.IsolatedCircuitError = IsolatedCircuitError;
}));

// node_modules/cockatiel/dist/errors/Errors.js
var require_Errors = /* @__PURE__ */ __commonJSMin(((exports, module, this$3) => {
	var __createBinding = this$3 && this$3.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$3 && this$3.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.isHydratingCircuitError = exports.isTaskCancelledError = exports.isIsolatedCircuitError = exports.isBulkheadRejectedError = exports.isBrokenCircuitError = void 0;
	__exportStar(require_BrokenCircuitError(), exports);
	__exportStar(require_BulkheadRejectedError(), exports);
	__exportStar(require_HydratingCircuitError(), exports);
	__exportStar(require_IsolatedCircuitError(), exports);
	__exportStar(require_TaskCancelledError(), exports);
	const isBrokenCircuitError = (e) => !!e && e instanceof Error && "isBrokenCircuitError" in e;
	exports.isBrokenCircuitError = isBrokenCircuitError;
	const isBulkheadRejectedError = (e) => !!e && e instanceof Error && "isBulkheadRejectedError" in e;
	exports.isBulkheadRejectedError = isBulkheadRejectedError;
	const isIsolatedCircuitError = (e) => !!e && e instanceof Error && "isBulkheadRejectedError" in e;
	exports.isIsolatedCircuitError = isIsolatedCircuitError;
	const isTaskCancelledError = (e) => !!e && e instanceof Error && "isBulkheadRejectedError" in e;
	exports.isTaskCancelledError = isTaskCancelledError;
	const isHydratingCircuitError = (e) => !!e && e instanceof Error && "isHydratingCircuitError" in e;
	exports.isHydratingCircuitError = isHydratingCircuitError;
}));

// node_modules/cockatiel/dist/CircuitBreakerPolicy.js
var require_CircuitBreakerPolicy = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CircuitBreakerPolicy = exports.CircuitState = void 0;
	const Backoff_1 = require_Backoff();
	const abort_1 = require_abort();
	const Event_1 = require_Event();
	const Executor_1 = require_Executor();
	const Errors_1 = require_Errors();
	const IsolatedCircuitError_1 = require_IsolatedCircuitError();
	var CircuitState;
	(function(CircuitState) {
		CircuitState[CircuitState["Closed"] = 0] = "Closed";
		CircuitState[CircuitState["Open"] = 1] = "Open";
		CircuitState[CircuitState["HalfOpen"] = 2] = "HalfOpen";
		CircuitState[CircuitState["Isolated"] = 3] = "Isolated";
	})(CircuitState || (exports.CircuitState = CircuitState = {}));
	var CircuitBreakerPolicy = class {
		get state() {
			return this.innerState.value;
		}
		get lastFailure() {
			return this.innerLastFailure;
		}
		constructor(options, executor) {
			this.options = options;
			this.executor = executor;
			this.breakEmitter = new Event_1.EventEmitter();
			this.resetEmitter = new Event_1.EventEmitter();
			this.halfOpenEmitter = new Event_1.EventEmitter();
			this.stateChangeEmitter = new Event_1.EventEmitter();
			this.innerState = { value: CircuitState.Closed };
			this.onBreak = this.breakEmitter.addListener;
			this.onReset = this.resetEmitter.addListener;
			this.onHalfOpen = this.halfOpenEmitter.addListener;
			this.onStateChange = this.stateChangeEmitter.addListener;
			this.onSuccess = this.executor.onSuccess;
			this.onFailure = this.executor.onFailure;
			this.halfOpenAfterBackoffFactory = typeof options.halfOpenAfter === "number" ? new Backoff_1.ConstantBackoff(options.halfOpenAfter) : options.halfOpenAfter;
			if (options.initialState) {
				const initialState = options.initialState;
				this.innerState = initialState.ownState;
				this.options.breaker.state = initialState.breakerState;
				if (this.innerState.value === CircuitState.Open || this.innerState.value === CircuitState.HalfOpen) {
					this.innerLastFailure = { error: new Errors_1.HydratingCircuitError() };
					let backoff = this.halfOpenAfterBackoffFactory.next({
						attempt: 1,
						result: this.innerLastFailure,
						signal: abort_1.neverAbortedSignal
					});
					for (let i = 2; i <= this.innerState.attemptNo; i++) backoff = backoff.next({
						attempt: i,
						result: this.innerLastFailure,
						signal: abort_1.neverAbortedSignal
					});
					this.innerState.backoff = backoff;
				}
			}
		}
		isolate() {
			if (this.innerState.value !== CircuitState.Isolated) {
				this.innerState = {
					value: CircuitState.Isolated,
					counters: 0
				};
				this.breakEmitter.emit({ isolated: true });
				this.stateChangeEmitter.emit(CircuitState.Isolated);
			}
			this.innerState.counters++;
			let disposed = false;
			return { dispose: () => {
				if (disposed) return;
				disposed = true;
				if (this.innerState.value === CircuitState.Isolated && !--this.innerState.counters) {
					this.innerState = { value: CircuitState.Closed };
					this.resetEmitter.emit();
					this.stateChangeEmitter.emit(CircuitState.Closed);
				}
			} };
		}
		async execute(fn, signal = abort_1.neverAbortedSignal) {
			const state = this.innerState;
			switch (state.value) {
				case CircuitState.Closed:
					const result = await this.executor.invoke(fn, { signal });
					if ("success" in result) this.options.breaker.success(state.value);
					else {
						this.innerLastFailure = result;
						if (this.options.breaker.failure(state.value)) this.open(result, signal);
					}
					return (0, Executor_1.returnOrThrow)(result);
				case CircuitState.HalfOpen:
					await state.test.catch(() => void 0);
					if (this.state === CircuitState.Closed && signal.aborted) throw new Errors_1.TaskCancelledError();
					return this.execute(fn);
				case CircuitState.Open:
					if (Date.now() - state.openedAt < state.backoff.duration) throw new Errors_1.BrokenCircuitError();
					const test = this.halfOpen(fn, signal);
					this.innerState = {
						value: CircuitState.HalfOpen,
						test,
						backoff: state.backoff,
						attemptNo: state.attemptNo + 1
					};
					this.stateChangeEmitter.emit(CircuitState.HalfOpen);
					return test;
				case CircuitState.Isolated: throw new IsolatedCircuitError_1.IsolatedCircuitError();
				default: throw new Error(`Unexpected circuit state ${state}`);
			}
		}
		toJSON() {
			const state = this.innerState;
			let ownState;
			if (state.value === CircuitState.HalfOpen) ownState = {
				value: CircuitState.Open,
				openedAt: 0,
				attemptNo: state.attemptNo
			};
			else if (state.value === CircuitState.Open) ownState = {
				value: CircuitState.Open,
				openedAt: state.openedAt,
				attemptNo: state.attemptNo
			};
			else ownState = state;
			return {
				ownState,
				breakerState: this.options.breaker.state
			};
		}
		async halfOpen(fn, signal) {
			this.halfOpenEmitter.emit();
			try {
				const result = await this.executor.invoke(fn, { signal });
				if ("success" in result) {
					this.options.breaker.success(CircuitState.HalfOpen);
					this.close();
				} else {
					this.innerLastFailure = result;
					this.options.breaker.failure(CircuitState.HalfOpen);
					this.open(result, signal);
				}
				return (0, Executor_1.returnOrThrow)(result);
			} catch (err) {
				this.close();
				throw err;
			}
		}
		open(reason, signal) {
			if (this.state === CircuitState.Isolated || this.state === CircuitState.Open) return;
			const attemptNo = this.innerState.value === CircuitState.HalfOpen ? this.innerState.attemptNo : 1;
			const context = {
				attempt: attemptNo,
				result: reason,
				signal
			};
			const backoff = this.innerState.value === CircuitState.HalfOpen ? this.innerState.backoff.next(context) : this.halfOpenAfterBackoffFactory.next(context);
			this.innerState = {
				value: CircuitState.Open,
				openedAt: Date.now(),
				backoff,
				attemptNo
			};
			this.breakEmitter.emit(reason);
			this.stateChangeEmitter.emit(CircuitState.Open);
		}
		close() {
			if (this.state === CircuitState.HalfOpen) {
				this.innerState = { value: CircuitState.Closed };
				this.resetEmitter.emit();
				this.stateChangeEmitter.emit(CircuitState.Closed);
			}
		}
	};
	exports.CircuitBreakerPolicy = CircuitBreakerPolicy;
}));

// node_modules/cockatiel/dist/breaker/CountBreaker.js
var require_CountBreaker = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CountBreaker = void 0;
	const CircuitBreakerPolicy_1 = require_CircuitBreakerPolicy();
	var CountBreaker = class {
		get state() {
			return {
				samples: this.samples,
				currentSample: this.currentSample,
				failures: this.failures,
				successes: this.successes
			};
		}
		set state(value) {
			Object.assign(this, value);
		}
		constructor({ threshold, size, minimumNumberOfCalls = size }) {
			this.successes = 0;
			this.failures = 0;
			this.currentSample = 0;
			if (threshold <= 0 || threshold >= 1) throw new RangeError(`CountBreaker threshold should be between (0, 1), got ${threshold}`);
			if (!Number.isSafeInteger(size) || size < 1) throw new RangeError(`CountBreaker size should be a positive integer, got ${size}`);
			if (!Number.isSafeInteger(minimumNumberOfCalls) || minimumNumberOfCalls < 1 || minimumNumberOfCalls > size) throw new RangeError(`CountBreaker size should be an integer between (1, size), got ${minimumNumberOfCalls}`);
			this.threshold = threshold;
			this.minimumNumberOfCalls = minimumNumberOfCalls;
			this.samples = Array.from({ length: size }, () => null);
		}
		success(state) {
			if (state === CircuitBreakerPolicy_1.CircuitState.HalfOpen) this.reset();
			this.sample(true);
		}
		failure(state) {
			this.sample(false);
			if (state !== CircuitBreakerPolicy_1.CircuitState.Closed) return true;
			const total = this.successes + this.failures;
			if (total < this.minimumNumberOfCalls) return false;
			if (this.failures > this.threshold * total) return true;
			return false;
		}
		reset() {
			this.samples.fill(null);
			this.successes = 0;
			this.failures = 0;
		}
		sample(success) {
			const current = this.samples[this.currentSample];
			if (current === true) this.successes--;
			else if (current === false) this.failures--;
			this.samples[this.currentSample] = success;
			if (success) this.successes++;
			else this.failures++;
			this.currentSample = (this.currentSample + 1) % this.samples.length;
		}
	};
	exports.CountBreaker = CountBreaker;
}));

// node_modules/cockatiel/dist/breaker/SamplingBreaker.js
var require_SamplingBreaker = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.SamplingBreaker = void 0;
	const CircuitBreakerPolicy_1 = require_CircuitBreakerPolicy();
	var SamplingBreaker = class {
		get state() {
			return {
				windows: this.windows,
				currentWindow: this.currentWindow,
				currentFailures: this.currentFailures,
				currentSuccesses: this.currentSuccesses
			};
		}
		set state(value) {
			Object.assign(this, value);
		}
		constructor({ threshold, duration: samplingDuration, minimumRps }) {
			this.windows = [];
			this.currentWindow = 0;
			this.currentFailures = 0;
			this.currentSuccesses = 0;
			if (threshold <= 0 || threshold >= 1) throw new RangeError(`SamplingBreaker threshold should be between (0, 1), got ${threshold}`);
			this.threshold = threshold;
			const windowCount = Math.max(5, Math.ceil(samplingDuration / 1e3));
			for (let i = 0; i < windowCount; i++) this.windows.push({
				startedAt: 0,
				failures: 0,
				successes: 0
			});
			this.windowSize = Math.round(samplingDuration / windowCount);
			this.duration = this.windowSize * windowCount;
			if (minimumRps) this.minimumRpms = minimumRps / 1e3;
			else this.minimumRpms = 5 / (threshold * 1e3);
		}
		success(state) {
			if (state === CircuitBreakerPolicy_1.CircuitState.HalfOpen) this.resetWindows();
			this.push(true);
		}
		failure(state) {
			this.push(false);
			if (state !== CircuitBreakerPolicy_1.CircuitState.Closed) return true;
			const total = this.currentSuccesses + this.currentFailures;
			if (total < this.duration * this.minimumRpms) return false;
			if (this.currentFailures > this.threshold * total) return true;
			return false;
		}
		resetWindows() {
			this.currentFailures = 0;
			this.currentSuccesses = 0;
			for (const window of this.windows) {
				window.failures = 0;
				window.successes = 0;
				window.startedAt = 0;
			}
		}
		rotateWindow(now) {
			const next = (this.currentWindow + 1) % this.windows.length;
			this.currentFailures -= this.windows[next].failures;
			this.currentSuccesses -= this.windows[next].successes;
			const window = this.windows[next] = {
				failures: 0,
				successes: 0,
				startedAt: now
			};
			this.currentWindow = next;
			return window;
		}
		push(success) {
			const now = Date.now();
			let window = this.windows[this.currentWindow];
			if (now - window.startedAt >= this.windowSize) window = this.rotateWindow(now);
			if (success) {
				window.successes++;
				this.currentSuccesses++;
			} else {
				window.failures++;
				this.currentFailures++;
			}
		}
	};
	exports.SamplingBreaker = SamplingBreaker;
}));

// node_modules/cockatiel/dist/breaker/Breaker.js
var require_Breaker = /* @__PURE__ */ __commonJSMin(((exports, module, this$2) => {
	var __createBinding = this$2 && this$2.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$2 && this$2.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	__exportStar(require_ConsecutiveBreaker(), exports);
	__exportStar(require_CountBreaker(), exports);
	__exportStar(require_SamplingBreaker(), exports);
}));

// node_modules/cockatiel/dist/common/defer.js
var require_defer = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.defer = void 0;
	const defer = () => {
		let resolve;
		let reject;
		const promise = new Promise((res, rej) => {
			resolve = res;
			reject = rej;
		});
		return {
			resolve,
			reject,
			promise
		};
	};
	exports.defer = defer;
}));

// node_modules/cockatiel/dist/BulkheadPolicy.js
var require_BulkheadPolicy = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.BulkheadPolicy = void 0;
	const abort_1 = require_abort();
	const defer_1 = require_defer();
	const Event_1 = require_Event();
	const Executor_1 = require_Executor();
	const BulkheadRejectedError_1 = require_BulkheadRejectedError();
	const Errors_1 = require_Errors();
	var BulkheadPolicy = class {
		get executionSlots() {
			return this.capacity - this.active;
		}
		get queueSlots() {
			return this.queueCapacity - this.queue.length;
		}
		constructor(capacity, queueCapacity) {
			this.capacity = capacity;
			this.queueCapacity = queueCapacity;
			this.active = 0;
			this.queue = [];
			this.onRejectEmitter = new Event_1.EventEmitter();
			this.executor = new Executor_1.ExecuteWrapper();
			this.onSuccess = this.executor.onSuccess;
			this.onFailure = this.executor.onFailure;
			this.onReject = this.onRejectEmitter.addListener;
		}
		async execute(fn, signal = abort_1.neverAbortedSignal) {
			if (signal.aborted) throw new Errors_1.TaskCancelledError();
			if (this.active < this.capacity) {
				this.active++;
				try {
					return await fn({ signal });
				} finally {
					this.active--;
					this.dequeue();
				}
			}
			if (this.queue.length < this.queueCapacity) {
				const { resolve, reject, promise } = (0, defer_1.defer)();
				this.queue.push({
					signal,
					fn,
					resolve,
					reject
				});
				return promise;
			}
			this.onRejectEmitter.emit();
			throw new BulkheadRejectedError_1.BulkheadRejectedError(this.capacity, this.queueCapacity);
		}
		dequeue() {
			const item = this.queue.shift();
			if (!item) return;
			Promise.resolve().then(() => this.execute(item.fn, item.signal)).then(item.resolve).catch(item.reject);
		}
	};
	exports.BulkheadPolicy = BulkheadPolicy;
}));

// node_modules/cockatiel/dist/FallbackPolicy.js
var require_FallbackPolicy = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.FallbackPolicy = void 0;
	const abort_1 = require_abort();
	var FallbackPolicy = class {
		constructor(executor, value) {
			this.executor = executor;
			this.value = value;
			this.onSuccess = this.executor.onSuccess;
			this.onFailure = this.executor.onFailure;
		}
		async execute(fn, signal = abort_1.neverAbortedSignal) {
			const result = await this.executor.invoke(fn, { signal });
			if ("success" in result) return result.success;
			return this.value();
		}
	};
	exports.FallbackPolicy = FallbackPolicy;
}));

// node_modules/cockatiel/dist/NoopPolicy.js
var require_NoopPolicy = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.NoopPolicy = void 0;
	const abort_1 = require_abort();
	const Executor_1 = require_Executor();
	var NoopPolicy = class {
		constructor() {
			this.executor = new Executor_1.ExecuteWrapper();
			this.onSuccess = this.executor.onSuccess;
			this.onFailure = this.executor.onFailure;
		}
		async execute(fn, signal = abort_1.neverAbortedSignal) {
			return (0, Executor_1.returnOrThrow)(await this.executor.invoke(fn, { signal }));
		}
	};
	exports.NoopPolicy = NoopPolicy;
}));

// node_modules/cockatiel/dist/RetryPolicy.js
var require_RetryPolicy = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.RetryPolicy = void 0;
	const ConstantBackoff_1 = require_ConstantBackoff();
	const abort_1 = require_abort();
	const Event_1 = require_Event();
	const delay = (duration, unref) => new Promise((resolve) => {
		const timer = setTimeout(resolve, duration);
		if (unref) timer.unref();
	});
	var RetryPolicy = class RetryPolicy {
		constructor(options, executor) {
			this.options = options;
			this.executor = executor;
			this.onGiveUpEmitter = new Event_1.EventEmitter();
			this.onRetryEmitter = new Event_1.EventEmitter();
			this.onSuccess = this.executor.onSuccess;
			this.onFailure = this.executor.onFailure;
			this.onRetry = this.onRetryEmitter.addListener;
			this.onGiveUp = this.onGiveUpEmitter.addListener;
		}
		dangerouslyUnref() {
			return new RetryPolicy({
				...this.options,
				unref: true
			}, this.executor.clone());
		}
		async execute(fn, signal = abort_1.neverAbortedSignal) {
			const factory = this.options.backoff || new ConstantBackoff_1.ConstantBackoff(0);
			let backoff;
			for (let retries = 0;; retries++) {
				const result = await this.executor.invoke(fn, {
					attempt: retries,
					signal
				});
				if ("success" in result) return result.success;
				if (!signal.aborted && retries < this.options.maxAttempts) {
					const context = {
						attempt: retries + 1,
						signal,
						result
					};
					backoff = backoff ? backoff.next(context) : factory.next(context);
					const delayDuration = backoff.duration;
					const delayPromise = delay(delayDuration, !!this.options.unref);
					this.onRetryEmitter.emit({
						...result,
						delay: delayDuration,
						attempt: retries + 1
					});
					await delayPromise;
					continue;
				}
				this.onGiveUpEmitter.emit(result);
				if ("error" in result) throw result.error;
				return result.value;
			}
		}
	};
	exports.RetryPolicy = RetryPolicy;
}));

// node_modules/cockatiel/dist/TimeoutPolicy.js
var require_TimeoutPolicy = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.TimeoutPolicy = exports.TimeoutStrategy = void 0;
	const abort_1 = require_abort();
	const Event_1 = require_Event();
	const Executor_1 = require_Executor();
	const TaskCancelledError_1 = require_TaskCancelledError();
	var TimeoutStrategy;
	(function(TimeoutStrategy) {
		TimeoutStrategy["Cooperative"] = "optimistic";
		TimeoutStrategy["Aggressive"] = "aggressive";
	})(TimeoutStrategy || (exports.TimeoutStrategy = TimeoutStrategy = {}));
	var TimeoutPolicy = class TimeoutPolicy {
		constructor(duration, options, executor = new Executor_1.ExecuteWrapper(), unref = false) {
			this.duration = duration;
			this.options = options;
			this.executor = executor;
			this.unref = unref;
			this.timeoutEmitter = new Event_1.EventEmitter();
			this.onTimeout = this.timeoutEmitter.addListener;
			this.onFailure = this.executor.onFailure;
			this.onSuccess = this.executor.onSuccess;
		}
		dangerouslyUnref() {
			return new TimeoutPolicy(this.duration, this.options, this.executor, true);
		}
		async execute(fn, signal) {
			const { ctrl: aborter, dispose: disposeAbort } = (0, abort_1.deriveAbortController)(signal);
			const timer = setTimeout(() => aborter.abort(), this.duration);
			if (this.unref) timer.unref();
			const context = { signal: aborter.signal };
			const onceAborted = (0, Event_1.onAbort)(aborter.signal);
			const onCancelledListener = onceAborted.event(() => this.timeoutEmitter.emit());
			try {
				if (this.options.strategy === TimeoutStrategy.Cooperative) return (0, Executor_1.returnOrThrow)(await this.executor.invoke(fn, context, aborter.signal));
				return await this.executor.invoke(async () => Promise.race([Promise.resolve(fn(context, aborter.signal)), Event_1.Event.toPromise(onceAborted.event).then(() => {
					throw new TaskCancelledError_1.TaskCancelledError(`Operation timed out after ${this.duration}ms`);
				})])).then(Executor_1.returnOrThrow);
			} finally {
				onCancelledListener.dispose();
				onceAborted.dispose();
				if (this.options.abortOnReturn !== false) aborter.abort();
				clearTimeout(timer);
				disposeAbort();
			}
		}
	};
	exports.TimeoutPolicy = TimeoutPolicy;
}));

// node_modules/cockatiel/dist/Policy.js
var require_Policy = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.handleAll = exports.noop = exports.Policy = void 0;
	exports.handleType = handleType;
	exports.handleWhen = handleWhen;
	exports.handleResultType = handleResultType;
	exports.handleWhenResult = handleWhenResult;
	exports.bulkhead = bulkhead;
	exports.usePolicy = usePolicy;
	exports.timeout = timeout;
	exports.wrap = wrap;
	exports.retry = retry;
	exports.circuitBreaker = circuitBreaker;
	exports.fallback = fallback;
	const Backoff_1 = require_Backoff();
	const BulkheadPolicy_1 = require_BulkheadPolicy();
	const CircuitBreakerPolicy_1 = require_CircuitBreakerPolicy();
	const Executor_1 = require_Executor();
	const FallbackPolicy_1 = require_FallbackPolicy();
	const NoopPolicy_1 = require_NoopPolicy();
	const RetryPolicy_1 = require_RetryPolicy();
	const TimeoutPolicy_1 = require_TimeoutPolicy();
	const typeFilter = (cls, predicate) => predicate ? (v) => v instanceof cls && predicate(v) : (v) => v instanceof cls;
	const always = () => true;
	const never = () => false;
	var Policy = class Policy {
		constructor(options) {
			this.options = options;
		}
		orType(cls, predicate) {
			const filter = typeFilter(cls, predicate);
			return new Policy({
				...this.options,
				errorFilter: (e) => this.options.errorFilter(e) || filter(e)
			});
		}
		orWhen(predicate) {
			return new Policy({
				...this.options,
				errorFilter: (e) => this.options.errorFilter(e) || predicate(e)
			});
		}
		orWhenResult(predicate) {
			return new Policy({
				...this.options,
				resultFilter: (r) => this.options.resultFilter(r) || predicate(r)
			});
		}
		orResultType(cls, predicate) {
			const filter = typeFilter(cls, predicate);
			return new Policy({
				...this.options,
				resultFilter: (r) => this.options.resultFilter(r) || filter(r)
			});
		}
	};
	exports.Policy = Policy;
	exports.noop = new NoopPolicy_1.NoopPolicy();
	exports.handleAll = new Policy({
		errorFilter: always,
		resultFilter: never
	});
	function handleType(cls, predicate) {
		return new Policy({
			errorFilter: typeFilter(cls, predicate),
			resultFilter: never
		});
	}
	function handleWhen(predicate) {
		return new Policy({
			errorFilter: predicate,
			resultFilter: never
		});
	}
	function handleResultType(cls, predicate) {
		return new Policy({
			errorFilter: never,
			resultFilter: typeFilter(cls, predicate)
		});
	}
	function handleWhenResult(predicate) {
		return new Policy({
			errorFilter: never,
			resultFilter: predicate
		});
	}
	function bulkhead(limit, queue = 0) {
		return new BulkheadPolicy_1.BulkheadPolicy(limit, queue);
	}
	function usePolicy(policy) {
		return (_target, _key, descriptor) => {
			const inner = descriptor.value;
			if (typeof inner !== "function") throw new Error(`Can only decorate functions with @cockatiel, got ${typeof inner}`);
			descriptor.value = function(...args) {
				const signal = args[args.length - 1] instanceof AbortSignal ? args.pop() : void 0;
				return policy.execute((context) => inner.apply(this, [...args, context]), signal);
			};
		};
	}
	function timeout(duration, strategyOrOpts) {
		return new TimeoutPolicy_1.TimeoutPolicy(duration, typeof strategyOrOpts === "string" ? { strategy: strategyOrOpts } : strategyOrOpts);
	}
	function wrap(...p) {
		return {
			_altReturn: void 0,
			onFailure: p[0].onFailure,
			onSuccess: p[0].onSuccess,
			wrapped: p,
			execute(fn, signal) {
				const run = (context, i) => i === p.length ? fn(context) : p[i].execute((next) => run({
					...context,
					...next
				}, i + 1), context.signal);
				return Promise.resolve(run({ signal }, 0));
			}
		};
	}
	function retry(policy, opts) {
		return new RetryPolicy_1.RetryPolicy({
			backoff: opts.backoff || new Backoff_1.ConstantBackoff(0),
			maxAttempts: opts.maxAttempts ?? Infinity
		}, new Executor_1.ExecuteWrapper(policy.options.errorFilter, policy.options.resultFilter));
	}
	function circuitBreaker(policy, opts) {
		return new CircuitBreakerPolicy_1.CircuitBreakerPolicy(opts, new Executor_1.ExecuteWrapper(policy.options.errorFilter, policy.options.resultFilter));
	}
	function fallback(policy, valueOrFactory) {
		return new FallbackPolicy_1.FallbackPolicy(new Executor_1.ExecuteWrapper(policy.options.errorFilter, policy.options.resultFilter), typeof valueOrFactory === "function" ? valueOrFactory : () => valueOrFactory);
	}
}));

// node_modules/cockatiel/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	var __createBinding = this$1 && this$1.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$1 && this$1.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.EventEmitter = exports.Event = void 0;
	__exportStar(require_Backoff(), exports);
	__exportStar(require_Breaker(), exports);
	__exportStar(require_BulkheadPolicy(), exports);
	__exportStar(require_CircuitBreakerPolicy(), exports);
	var Event_1 = require_Event();
	Object.defineProperty(exports, "Event", {
		enumerable: true,
		get: function() {
			return Event_1.Event;
		}
	});
	Object.defineProperty(exports, "EventEmitter", {
		enumerable: true,
		get: function() {
			return Event_1.EventEmitter;
		}
	});
	__exportStar(require_Errors(), exports);
	__exportStar(require_FallbackPolicy(), exports);
	__exportStar(require_NoopPolicy(), exports);
	__exportStar(require_Policy(), exports);
	__exportStar(require_RetryPolicy(), exports);
	__exportStar(require_TimeoutPolicy(), exports);
}));

export { require_dist as t };