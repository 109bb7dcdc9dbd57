import { t as __commonJSMin } from "../rolldown-runtime.js";
import { n as require_index_minimal } from "./etcd3.js";

// node_modules/protobufjs/minimal.js
var require_minimal = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_index_minimal();
}));

export { require_minimal as t };