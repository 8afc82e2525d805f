var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name2 in all)
    __defProp(target, name2, { get: all[name2], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// builtin:node:os
var require_node_os = __commonJS({
  "builtin:node:os"(exports, module) {
    module.exports = process.getBuiltinModule("node:os");
  }
});

// builtin:node:events
var require_node_events = __commonJS({
  "builtin:node:events"(exports, module) {
    module.exports = process.getBuiltinModule("node:events");
  }
});

// builtin:node:path
var require_node_path = __commonJS({
  "builtin:node:path"(exports, module) {
    module.exports = process.getBuiltinModule("node:path");
  }
});

// builtin:node:timers/promises
var require_promises = __commonJS({
  "builtin:node:timers/promises"(exports, module) {
    module.exports = process.getBuiltinModule("node:timers/promises");
  }
});

// builtin:node:crypto
var require_node_crypto = __commonJS({
  "builtin:node:crypto"(exports, module) {
    module.exports = process.getBuiltinModule("node:crypto");
  }
});

// builtin:node:fs/promises
var require_promises2 = __commonJS({
  "builtin:node:fs/promises"(exports, module) {
    module.exports = process.getBuiltinModule("node:fs/promises");
  }
});

// builtin:node:fs
var require_node_fs = __commonJS({
  "builtin:node:fs"(exports, module) {
    module.exports = process.getBuiltinModule("node:fs");
  }
});

// node_modules/yaml/browser/dist/nodes/identity.js
function isCollection(node) {
  if (node && typeof node === "object")
    switch (node[NODE_TYPE]) {
      case MAP:
      case SEQ:
        return true;
    }
  return false;
}
function isNode(node) {
  if (node && typeof node === "object")
    switch (node[NODE_TYPE]) {
      case ALIAS:
      case MAP:
      case SCALAR:
      case SEQ:
        return true;
    }
  return false;
}
var ALIAS, DOC, MAP, PAIR, SCALAR, SEQ, NODE_TYPE, isAlias, isDocument, isMap, isPair, isScalar, isSeq, hasAnchor;
var init_identity = __esm({
  "node_modules/yaml/browser/dist/nodes/identity.js"() {
    ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
  }
});

// node_modules/yaml/browser/dist/visit.js
function visit(node, visitor) {
  const visitor_ = initVisitor(visitor);
  if (isDocument(node)) {
    const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
    if (cd === REMOVE)
      node.contents = null;
  } else
    visit_(null, node, visitor_, Object.freeze([]));
}
function visit_(key, node, visitor, path7) {
  const ctrl = callVisitor(key, node, visitor, path7);
  if (isNode(ctrl) || isPair(ctrl)) {
    replaceNode(key, path7, ctrl);
    return visit_(key, ctrl, visitor, path7);
  }
  if (typeof ctrl !== "symbol") {
    if (isCollection(node)) {
      path7 = Object.freeze(path7.concat(node));
      for (let i = 0; i < node.items.length; ++i) {
        const ci = visit_(i, node.items[i], visitor, path7);
        if (typeof ci === "number")
          i = ci - 1;
        else if (ci === BREAK)
          return BREAK;
        else if (ci === REMOVE) {
          node.items.splice(i, 1);
          i -= 1;
        }
      }
    } else if (isPair(node)) {
      path7 = Object.freeze(path7.concat(node));
      const ck = visit_("key", node.key, visitor, path7);
      if (ck === BREAK)
        return BREAK;
      else if (ck === REMOVE)
        node.key = null;
      const cv = visit_("value", node.value, visitor, path7);
      if (cv === BREAK)
        return BREAK;
      else if (cv === REMOVE)
        node.value = null;
    }
  }
  return ctrl;
}
async function visitAsync(node, visitor) {
  const visitor_ = initVisitor(visitor);
  if (isDocument(node)) {
    const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
    if (cd === REMOVE)
      node.contents = null;
  } else
    await visitAsync_(null, node, visitor_, Object.freeze([]));
}
async function visitAsync_(key, node, visitor, path7) {
  const ctrl = await callVisitor(key, node, visitor, path7);
  if (isNode(ctrl) || isPair(ctrl)) {
    replaceNode(key, path7, ctrl);
    return visitAsync_(key, ctrl, visitor, path7);
  }
  if (typeof ctrl !== "symbol") {
    if (isCollection(node)) {
      path7 = Object.freeze(path7.concat(node));
      for (let i = 0; i < node.items.length; ++i) {
        const ci = await visitAsync_(i, node.items[i], visitor, path7);
        if (typeof ci === "number")
          i = ci - 1;
        else if (ci === BREAK)
          return BREAK;
        else if (ci === REMOVE) {
          node.items.splice(i, 1);
          i -= 1;
        }
      }
    } else if (isPair(node)) {
      path7 = Object.freeze(path7.concat(node));
      const ck = await visitAsync_("key", node.key, visitor, path7);
      if (ck === BREAK)
        return BREAK;
      else if (ck === REMOVE)
        node.key = null;
      const cv = await visitAsync_("value", node.value, visitor, path7);
      if (cv === BREAK)
        return BREAK;
      else if (cv === REMOVE)
        node.value = null;
    }
  }
  return ctrl;
}
function initVisitor(visitor) {
  if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
    return Object.assign({
      Alias: visitor.Node,
      Map: visitor.Node,
      Scalar: visitor.Node,
      Seq: visitor.Node
    }, visitor.Value && {
      Map: visitor.Value,
      Scalar: visitor.Value,
      Seq: visitor.Value
    }, visitor.Collection && {
      Map: visitor.Collection,
      Seq: visitor.Collection
    }, visitor);
  }
  return visitor;
}
function callVisitor(key, node, visitor, path7) {
  if (typeof visitor === "function")
    return visitor(key, node, path7);
  if (isMap(node))
    return visitor.Map?.(key, node, path7);
  if (isSeq(node))
    return visitor.Seq?.(key, node, path7);
  if (isPair(node))
    return visitor.Pair?.(key, node, path7);
  if (isScalar(node))
    return visitor.Scalar?.(key, node, path7);
  if (isAlias(node))
    return visitor.Alias?.(key, node, path7);
  return void 0;
}
function replaceNode(key, path7, node) {
  const parent = path7[path7.length - 1];
  if (isCollection(parent)) {
    parent.items[key] = node;
  } else if (isPair(parent)) {
    if (key === "key")
      parent.key = node;
    else
      parent.value = node;
  } else if (isDocument(parent)) {
    parent.contents = node;
  } else {
    const pt = isAlias(parent) ? "alias" : "scalar";
    throw new Error(`Cannot replace node with ${pt} parent`);
  }
}
var BREAK, SKIP, REMOVE;
var init_visit = __esm({
  "node_modules/yaml/browser/dist/visit.js"() {
    init_identity();
    BREAK = /* @__PURE__ */ Symbol("break visit");
    SKIP = /* @__PURE__ */ Symbol("skip children");
    REMOVE = /* @__PURE__ */ Symbol("remove node");
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
  }
});

// node_modules/yaml/browser/dist/doc/directives.js
var escapeChars, escapeTagName, Directives;
var init_directives = __esm({
  "node_modules/yaml/browser/dist/doc/directives.js"() {
    init_identity();
    init_visit();
    escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name2 = parts.shift();
        switch (name2) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix] = parts;
            this.tags[handle] = prefix;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version2] = parts;
            if (version2 === "1.1" || version2 === "1.2") {
              this.yaml.version = version2;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version2);
              onError(6, `Unsupported YAML version ${version2}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name2}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
          try {
            return prefix + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix))
            return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && isNode(doc.contents)) {
          const tags = {};
          visit(doc.contents, (_key, node) => {
            if (isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix] of tagEntries) {
          if (handle === "!!" && prefix === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
            lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
  }
});

// node_modules/yaml/browser/dist/doc/anchors.js
function anchorIsValid(anchor) {
  if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
    const sa = JSON.stringify(anchor);
    const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
    throw new Error(msg);
  }
  return true;
}
function anchorNames(root) {
  const anchors = /* @__PURE__ */ new Set();
  visit(root, {
    Value(_key, node) {
      if (node.anchor)
        anchors.add(node.anchor);
    }
  });
  return anchors;
}
function findNewAnchor(prefix, exclude) {
  for (let i = 1; true; ++i) {
    const name2 = `${prefix}${i}`;
    if (!exclude.has(name2))
      return name2;
  }
}
function createNodeAnchors(doc, prefix) {
  const aliasObjects = [];
  const sourceObjects = /* @__PURE__ */ new Map();
  let prevAnchors = null;
  return {
    onAnchor: (source) => {
      aliasObjects.push(source);
      prevAnchors ?? (prevAnchors = anchorNames(doc));
      const anchor = findNewAnchor(prefix, prevAnchors);
      prevAnchors.add(anchor);
      return anchor;
    },
    /**
     * With circular references, the source node is only resolved after all
     * of its child nodes are. This is why anchors are set only after all of
     * the nodes have been created.
     */
    setAnchors: () => {
      for (const source of aliasObjects) {
        const ref = sourceObjects.get(source);
        if (typeof ref === "object" && ref.anchor && (isScalar(ref.node) || isCollection(ref.node))) {
          ref.node.anchor = ref.anchor;
        } else {
          const error = new Error("Failed to resolve repeated object (this should not happen)");
          error.source = source;
          throw error;
        }
      }
    },
    sourceObjects
  };
}
var init_anchors = __esm({
  "node_modules/yaml/browser/dist/doc/anchors.js"() {
    init_identity();
    init_visit();
  }
});

// node_modules/yaml/browser/dist/doc/applyReviver.js
function applyReviver(reviver, obj, key, val) {
  if (val && typeof val === "object") {
    if (Array.isArray(val)) {
      for (let i = 0, len = val.length; i < len; ++i) {
        const v0 = val[i];
        const v1 = applyReviver(reviver, val, String(i), v0);
        if (v1 === void 0)
          delete val[i];
        else if (v1 !== v0)
          val[i] = v1;
      }
    } else if (val instanceof Map) {
      for (const k of Array.from(val.keys())) {
        const v0 = val.get(k);
        const v1 = applyReviver(reviver, val, k, v0);
        if (v1 === void 0)
          val.delete(k);
        else if (v1 !== v0)
          val.set(k, v1);
      }
    } else if (val instanceof Set) {
      for (const v0 of Array.from(val)) {
        const v1 = applyReviver(reviver, val, v0, v0);
        if (v1 === void 0)
          val.delete(v0);
        else if (v1 !== v0) {
          val.delete(v0);
          val.add(v1);
        }
      }
    } else {
      for (const [k, v0] of Object.entries(val)) {
        const v1 = applyReviver(reviver, val, k, v0);
        if (v1 === void 0)
          delete val[k];
        else if (v1 !== v0)
          val[k] = v1;
      }
    }
  }
  return reviver.call(obj, key, val);
}
var init_applyReviver = __esm({
  "node_modules/yaml/browser/dist/doc/applyReviver.js"() {
  }
});

// node_modules/yaml/browser/dist/nodes/toJS.js
function toJS(value, arg, ctx) {
  if (Array.isArray(value))
    return value.map((v, i) => toJS(v, String(i), ctx));
  if (value && typeof value.toJSON === "function") {
    if (!ctx || !hasAnchor(value))
      return value.toJSON(arg, ctx);
    const data = { aliasCount: 0, count: 1, res: void 0 };
    ctx.anchors.set(value, data);
    ctx.onCreate = (res2) => {
      data.res = res2;
      delete ctx.onCreate;
    };
    const res = value.toJSON(arg, ctx);
    if (ctx.onCreate)
      ctx.onCreate(res);
    return res;
  }
  if (typeof value === "bigint" && !ctx?.keep)
    return Number(value);
  return value;
}
var init_toJS = __esm({
  "node_modules/yaml/browser/dist/nodes/toJS.js"() {
    init_identity();
  }
});

// node_modules/yaml/browser/dist/nodes/Node.js
var NodeBase;
var init_Node = __esm({
  "node_modules/yaml/browser/dist/nodes/Node.js"() {
    init_applyReviver();
    init_identity();
    init_toJS();
    NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
  }
});

// node_modules/yaml/browser/dist/nodes/Alias.js
function getAliasCount(doc, node, anchors) {
  if (isAlias(node)) {
    const source = node.resolve(doc);
    const anchor = anchors && source && anchors.get(source);
    return anchor ? anchor.count * anchor.aliasCount : 0;
  } else if (isCollection(node)) {
    let count2 = 0;
    for (const item of node.items) {
      const c = getAliasCount(doc, item, anchors);
      if (c > count2)
        count2 = c;
    }
    return count2;
  } else if (isPair(node)) {
    const kc = getAliasCount(doc, node.key, anchors);
    const vc = getAliasCount(doc, node.value, anchors);
    return Math.max(kc, vc);
  }
  return 1;
}
var Alias;
var init_Alias = __esm({
  "node_modules/yaml/browser/dist/nodes/Alias.js"() {
    init_anchors();
    init_visit();
    init_identity();
    init_Node();
    init_toJS();
    Alias = class extends NodeBase {
      constructor(source) {
        super(ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit(doc, {
            Node: (_key, node) => {
              if (isAlias(node) || hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors, doc: doc2, maxAliasCount } = ctx;
          let data = anchors.get(found);
          if (!data) {
            toJS(found, null, ctx);
            data = anchors.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
  }
});

// node_modules/yaml/browser/dist/nodes/Scalar.js
var isScalarValue, Scalar;
var init_Scalar = __esm({
  "node_modules/yaml/browser/dist/nodes/Scalar.js"() {
    init_identity();
    init_Node();
    init_toJS();
    isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    Scalar = class extends NodeBase {
      constructor(value) {
        super(SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
  }
});

// node_modules/yaml/browser/dist/doc/createNode.js
function findTagObject(value, tagName, tags) {
  if (tagName) {
    const match = tags.filter((t) => t.tag === tagName);
    const tagObj = match.find((t) => !t.format) ?? match[0];
    if (!tagObj)
      throw new Error(`Tag ${tagName} not found`);
    return tagObj;
  }
  return tags.find((t) => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
  if (isDocument(value))
    value = value.contents;
  if (isNode(value))
    return value;
  if (isPair(value)) {
    const map2 = ctx.schema[MAP].createNode?.(ctx.schema, null, ctx);
    map2.items.push(value);
    return map2;
  }
  if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
    value = value.valueOf();
  }
  const { aliasDuplicateObjects, onAnchor, onTagObj, schema: schema4, sourceObjects } = ctx;
  let ref = void 0;
  if (aliasDuplicateObjects && value && typeof value === "object") {
    ref = sourceObjects.get(value);
    if (ref) {
      ref.anchor ?? (ref.anchor = onAnchor(value));
      return new Alias(ref.anchor);
    } else {
      ref = { anchor: null, node: null };
      sourceObjects.set(value, ref);
    }
  }
  if (tagName?.startsWith("!!"))
    tagName = defaultTagPrefix + tagName.slice(2);
  let tagObj = findTagObject(value, tagName, schema4.tags);
  if (!tagObj) {
    if (value && typeof value.toJSON === "function") {
      value = value.toJSON();
    }
    if (!value || typeof value !== "object") {
      const node2 = new Scalar(value);
      if (ref)
        ref.node = node2;
      return node2;
    }
    tagObj = value instanceof Map ? schema4[MAP] : Symbol.iterator in Object(value) ? schema4[SEQ] : schema4[MAP];
  }
  if (onTagObj) {
    onTagObj(tagObj);
    delete ctx.onTagObj;
  }
  const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar(value);
  if (tagName)
    node.tag = tagName;
  else if (!tagObj.default)
    node.tag = tagObj.tag;
  if (ref)
    ref.node = node;
  return node;
}
var defaultTagPrefix;
var init_createNode = __esm({
  "node_modules/yaml/browser/dist/doc/createNode.js"() {
    init_Alias();
    init_identity();
    init_Scalar();
    defaultTagPrefix = "tag:yaml.org,2002:";
  }
});

// node_modules/yaml/browser/dist/nodes/Collection.js
function collectionFromPath(schema4, path7, value) {
  let v = value;
  for (let i = path7.length - 1; i >= 0; --i) {
    const k = path7[i];
    if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
      const a = [];
      a[k] = v;
      v = a;
    } else {
      v = /* @__PURE__ */ new Map([[k, v]]);
    }
  }
  return createNode(v, void 0, {
    aliasDuplicateObjects: false,
    keepUndefined: false,
    onAnchor: () => {
      throw new Error("This should not happen, please report a bug.");
    },
    schema: schema4,
    sourceObjects: /* @__PURE__ */ new Map()
  });
}
var isEmptyPath, Collection;
var init_Collection = __esm({
  "node_modules/yaml/browser/dist/nodes/Collection.js"() {
    init_createNode();
    init_identity();
    init_Node();
    isEmptyPath = (path7) => path7 == null || typeof path7 === "object" && !!path7[Symbol.iterator]().next().done;
    Collection = class extends NodeBase {
      constructor(type, schema4) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema4,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema4) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema4)
          copy.schema = schema4;
        copy.items = copy.items.map((it) => isNode(it) || isPair(it) ? it.clone(schema4) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path7, value) {
        if (isEmptyPath(path7))
          this.add(value);
        else {
          const [key, ...rest] = path7;
          const node = this.get(key, true);
          if (isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path7) {
        const [key, ...rest] = path7;
        if (rest.length === 0)
          return this.delete(key);
        const node = this.get(key, true);
        if (isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path7, keepScalar) {
        const [key, ...rest] = path7;
        const node = this.get(key, true);
        if (rest.length === 0)
          return !keepScalar && isScalar(node) ? node.value : node;
        else
          return isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path7) {
        const [key, ...rest] = path7;
        if (rest.length === 0)
          return this.has(key);
        const node = this.get(key, true);
        return isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path7, value) {
        const [key, ...rest] = path7;
        if (rest.length === 0) {
          this.set(key, value);
        } else {
          const node = this.get(key, true);
          if (isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
      }
    };
  }
});

// node_modules/yaml/browser/dist/stringify/stringifyComment.js
function indentComment(comment, indent) {
  if (/^\n+$/.test(comment))
    return comment.substring(1);
  return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
var stringifyComment, lineComment;
var init_stringifyComment = __esm({
  "node_modules/yaml/browser/dist/stringify/stringifyComment.js"() {
    stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
  }
});

// node_modules/yaml/browser/dist/stringify/foldFlowLines.js
function foldFlowLines(text3, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
  if (!lineWidth || lineWidth < 0)
    return text3;
  if (lineWidth < minContentWidth)
    minContentWidth = 0;
  const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
  if (text3.length <= endStep)
    return text3;
  const folds = [];
  const escapedFolds = {};
  let end = lineWidth - indent.length;
  if (typeof indentAtStart === "number") {
    if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
      folds.push(0);
    else
      end = lineWidth - indentAtStart;
  }
  let split = void 0;
  let prev = void 0;
  let overflow = false;
  let i = -1;
  let escStart = -1;
  let escEnd = -1;
  if (mode === FOLD_BLOCK) {
    i = consumeMoreIndentedLines(text3, i, indent.length);
    if (i !== -1)
      end = i + endStep;
  }
  for (let ch; ch = text3[i += 1]; ) {
    if (mode === FOLD_QUOTED && ch === "\\") {
      escStart = i;
      switch (text3[i + 1]) {
        case "x":
          i += 3;
          break;
        case "u":
          i += 5;
          break;
        case "U":
          i += 9;
          break;
        default:
          i += 1;
      }
      escEnd = i;
    }
    if (ch === "\n") {
      if (mode === FOLD_BLOCK)
        i = consumeMoreIndentedLines(text3, i, indent.length);
      end = i + indent.length + endStep;
      split = void 0;
    } else {
      if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
        const next = text3[i + 1];
        if (next && next !== " " && next !== "\n" && next !== "	")
          split = i;
      }
      if (i >= end) {
        if (split) {
          folds.push(split);
          end = split + endStep;
          split = void 0;
        } else if (mode === FOLD_QUOTED) {
          while (prev === " " || prev === "	") {
            prev = ch;
            ch = text3[i += 1];
            overflow = true;
          }
          const j = i > escEnd + 1 ? i - 2 : escStart - 1;
          if (escapedFolds[j])
            return text3;
          folds.push(j);
          escapedFolds[j] = true;
          end = j + endStep;
          split = void 0;
        } else {
          overflow = true;
        }
      }
    }
    prev = ch;
  }
  if (overflow && onOverflow)
    onOverflow();
  if (folds.length === 0)
    return text3;
  if (onFold)
    onFold();
  let res = text3.slice(0, folds[0]);
  for (let i2 = 0; i2 < folds.length; ++i2) {
    const fold = folds[i2];
    const end2 = folds[i2 + 1] || text3.length;
    if (fold === 0)
      res = `
${indent}${text3.slice(0, end2)}`;
    else {
      if (mode === FOLD_QUOTED && escapedFolds[fold])
        res += `${text3[fold]}\\`;
      res += `
${indent}${text3.slice(fold + 1, end2)}`;
    }
  }
  return res;
}
function consumeMoreIndentedLines(text3, i, indent) {
  let end = i;
  let start = i + 1;
  let ch = text3[start];
  while (ch === " " || ch === "	") {
    if (i < start + indent) {
      ch = text3[++i];
    } else {
      do {
        ch = text3[++i];
      } while (ch && ch !== "\n");
      end = i;
      start = i + 1;
      ch = text3[start];
    }
  }
  return end;
}
var FOLD_FLOW, FOLD_BLOCK, FOLD_QUOTED;
var init_foldFlowLines = __esm({
  "node_modules/yaml/browser/dist/stringify/foldFlowLines.js"() {
    FOLD_FLOW = "flow";
    FOLD_BLOCK = "block";
    FOLD_QUOTED = "quoted";
  }
});

// node_modules/yaml/browser/dist/stringify/stringifyString.js
function lineLengthOverLimit(str, lineWidth, indentLength) {
  if (!lineWidth || lineWidth < 0)
    return false;
  const limit = lineWidth - indentLength;
  const strLen = str.length;
  if (strLen <= limit)
    return false;
  for (let i = 0, start = 0; i < strLen; ++i) {
    if (str[i] === "\n") {
      if (i - start > limit)
        return true;
      start = i + 1;
      if (strLen - start <= limit)
        return false;
    }
  }
  return true;
}
function doubleQuotedString(value, ctx) {
  const json2 = JSON.stringify(value);
  if (ctx.options.doubleQuotedAsJSON)
    return json2;
  const { implicitKey } = ctx;
  const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
  const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
  let str = "";
  let start = 0;
  for (let i = 0, ch = json2[i]; ch; ch = json2[++i]) {
    if (ch === " " && json2[i + 1] === "\\" && json2[i + 2] === "n") {
      str += json2.slice(start, i) + "\\ ";
      i += 1;
      start = i;
      ch = "\\";
    }
    if (ch === "\\")
      switch (json2[i + 1]) {
        case "u":
          {
            str += json2.slice(start, i);
            const code = json2.substr(i + 2, 4);
            switch (code) {
              case "0000":
                str += "\\0";
                break;
              case "0007":
                str += "\\a";
                break;
              case "000b":
                str += "\\v";
                break;
              case "001b":
                str += "\\e";
                break;
              case "0085":
                str += "\\N";
                break;
              case "00a0":
                str += "\\_";
                break;
              case "2028":
                str += "\\L";
                break;
              case "2029":
                str += "\\P";
                break;
              default:
                if (code.substr(0, 2) === "00")
                  str += "\\x" + code.substr(2);
                else
                  str += json2.substr(i, 6);
            }
            i += 5;
            start = i + 1;
          }
          break;
        case "n":
          if (implicitKey || json2[i + 2] === '"' || json2.length < minMultiLineLength) {
            i += 1;
          } else {
            str += json2.slice(start, i) + "\n\n";
            while (json2[i + 2] === "\\" && json2[i + 3] === "n" && json2[i + 4] !== '"') {
              str += "\n";
              i += 2;
            }
            str += indent;
            if (json2[i + 2] === " ")
              str += "\\";
            i += 1;
            start = i + 1;
          }
          break;
        default:
          i += 1;
      }
  }
  str = start ? str + json2.slice(start) : json2;
  return implicitKey ? str : foldFlowLines(str, indent, FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
  if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
    return doubleQuotedString(value, ctx);
  const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
  const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
  return ctx.implicitKey ? res : foldFlowLines(res, indent, FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
  const { singleQuote } = ctx.options;
  let qs;
  if (singleQuote === false)
    qs = doubleQuotedString;
  else {
    const hasDouble = value.includes('"');
    const hasSingle = value.includes("'");
    if (hasDouble && !hasSingle)
      qs = singleQuotedString;
    else if (hasSingle && !hasDouble)
      qs = doubleQuotedString;
    else
      qs = singleQuote ? singleQuotedString : doubleQuotedString;
  }
  return qs(value, ctx);
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
  const { blockQuote, commentString, lineWidth } = ctx.options;
  if (!blockQuote || /\n[\t ]+$/.test(value)) {
    return quotedString(value, ctx);
  }
  const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
  const literal3 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.BLOCK_FOLDED ? false : type === Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
  if (!value)
    return literal3 ? "|\n" : ">\n";
  let chomp;
  let endStart;
  for (endStart = value.length; endStart > 0; --endStart) {
    const ch = value[endStart - 1];
    if (ch !== "\n" && ch !== "	" && ch !== " ")
      break;
  }
  let end = value.substring(endStart);
  const endNlPos = end.indexOf("\n");
  if (endNlPos === -1) {
    chomp = "-";
  } else if (value === end || endNlPos !== end.length - 1) {
    chomp = "+";
    if (onChompKeep)
      onChompKeep();
  } else {
    chomp = "";
  }
  if (end) {
    value = value.slice(0, -end.length);
    if (end[end.length - 1] === "\n")
      end = end.slice(0, -1);
    end = end.replace(blockEndNewlines, `$&${indent}`);
  }
  let startWithSpace = false;
  let startEnd;
  let startNlPos = -1;
  for (startEnd = 0; startEnd < value.length; ++startEnd) {
    const ch = value[startEnd];
    if (ch === " ")
      startWithSpace = true;
    else if (ch === "\n")
      startNlPos = startEnd;
    else
      break;
  }
  let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
  if (start) {
    value = value.substring(start.length);
    start = start.replace(/\n+/g, `$&${indent}`);
  }
  const indentSize = indent ? "2" : "1";
  let header = (startWithSpace ? indentSize : "") + chomp;
  if (comment) {
    header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
    if (onComment)
      onComment();
  }
  if (!literal3) {
    const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
    let literalFallback = false;
    const foldOptions = getFoldOptions(ctx, true);
    if (blockQuote !== "folded" && type !== Scalar.BLOCK_FOLDED) {
      foldOptions.onOverflow = () => {
        literalFallback = true;
      };
    }
    const body = foldFlowLines(`${start}${foldedValue}${end}`, indent, FOLD_BLOCK, foldOptions);
    if (!literalFallback)
      return `>${header}
${indent}${body}`;
  }
  value = value.replace(/\n+/g, `$&${indent}`);
  return `|${header}
${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
  const { type, value } = item;
  const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
  if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
    return quotedString(value, ctx);
  }
  if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
    return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
  }
  if (!implicitKey && !inFlow && type !== Scalar.PLAIN && value.includes("\n")) {
    return blockString(item, ctx, onComment, onChompKeep);
  }
  if (containsDocumentMarker(value)) {
    if (indent === "") {
      ctx.forceBlockIndent = true;
      return blockString(item, ctx, onComment, onChompKeep);
    } else if (implicitKey && indent === indentStep) {
      return quotedString(value, ctx);
    }
  }
  const str = value.replace(/\n+/g, `$&
${indent}`);
  if (actualString) {
    const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
    const { compat, tags } = ctx.doc.schema;
    if (tags.some(test) || compat?.some(test))
      return quotedString(value, ctx);
  }
  return implicitKey ? str : foldFlowLines(str, indent, FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
  const { implicitKey, inFlow } = ctx;
  const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
  let { type } = item;
  if (type !== Scalar.QUOTE_DOUBLE) {
    if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
      type = Scalar.QUOTE_DOUBLE;
  }
  const _stringify = (_type) => {
    switch (_type) {
      case Scalar.BLOCK_FOLDED:
      case Scalar.BLOCK_LITERAL:
        return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
      case Scalar.QUOTE_DOUBLE:
        return doubleQuotedString(ss.value, ctx);
      case Scalar.QUOTE_SINGLE:
        return singleQuotedString(ss.value, ctx);
      case Scalar.PLAIN:
        return plainString(ss, ctx, onComment, onChompKeep);
      default:
        return null;
    }
  };
  let res = _stringify(type);
  if (res === null) {
    const { defaultKeyType, defaultStringType } = ctx.options;
    const t = implicitKey && defaultKeyType || defaultStringType;
    res = _stringify(t);
    if (res === null)
      throw new Error(`Unsupported default string type ${t}`);
  }
  return res;
}
var getFoldOptions, containsDocumentMarker, blockEndNewlines;
var init_stringifyString = __esm({
  "node_modules/yaml/browser/dist/stringify/stringifyString.js"() {
    init_Scalar();
    init_foldFlowLines();
    getFoldOptions = (ctx, isBlock2) => ({
      indentAtStart: isBlock2 ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
  }
});

// node_modules/yaml/browser/dist/stringify/stringify.js
function createStringifyContext(doc, options) {
  const opt = Object.assign({
    blockQuote: true,
    commentString: stringifyComment,
    defaultKeyType: null,
    defaultStringType: "PLAIN",
    directives: null,
    doubleQuotedAsJSON: false,
    doubleQuotedMinMultiLineLength: 40,
    falseStr: "false",
    flowCollectionPadding: true,
    indentSeq: true,
    lineWidth: 80,
    minContentWidth: 20,
    nullStr: "null",
    simpleKeys: false,
    singleQuote: null,
    trailingComma: false,
    trueStr: "true",
    verifyAliasOrder: true
  }, doc.schema.toStringOptions, options);
  let inFlow;
  switch (opt.collectionStyle) {
    case "block":
      inFlow = false;
      break;
    case "flow":
      inFlow = true;
      break;
    default:
      inFlow = null;
  }
  return {
    anchors: /* @__PURE__ */ new Set(),
    doc,
    flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
    indent: "",
    indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
    inFlow,
    options: opt
  };
}
function getTagObject(tags, item) {
  if (item.tag) {
    const match = tags.filter((t) => t.tag === item.tag);
    if (match.length > 0)
      return match.find((t) => t.format === item.format) ?? match[0];
  }
  let tagObj = void 0;
  let obj;
  if (isScalar(item)) {
    obj = item.value;
    let match = tags.filter((t) => t.identify?.(obj));
    if (match.length > 1) {
      const testMatch = match.filter((t) => t.test);
      if (testMatch.length > 0)
        match = testMatch;
    }
    tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
  } else {
    obj = item;
    tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
  }
  if (!tagObj) {
    const name2 = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
    throw new Error(`Tag not resolved for ${name2} value`);
  }
  return tagObj;
}
function stringifyProps(node, tagObj, { anchors, doc }) {
  if (!doc.directives)
    return "";
  const props = [];
  const anchor = (isScalar(node) || isCollection(node)) && node.anchor;
  if (anchor && anchorIsValid(anchor)) {
    anchors.add(anchor);
    props.push(`&${anchor}`);
  }
  const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
  if (tag)
    props.push(doc.directives.tagString(tag));
  return props.join(" ");
}
function stringify(item, ctx, onComment, onChompKeep) {
  if (isPair(item))
    return item.toString(ctx, onComment, onChompKeep);
  if (isAlias(item)) {
    if (ctx.doc.directives)
      return item.toString(ctx);
    if (ctx.resolvedAliases?.has(item)) {
      throw new TypeError(`Cannot stringify circular structure without alias nodes`);
    } else {
      if (ctx.resolvedAliases)
        ctx.resolvedAliases.add(item);
      else
        ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
      item = item.resolve(ctx.doc);
    }
  }
  let tagObj = void 0;
  const node = isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
  tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
  const props = stringifyProps(node, tagObj, ctx);
  if (props.length > 0)
    ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
  const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : isScalar(node) ? stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
  if (!props)
    return str;
  return isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
}
var init_stringify = __esm({
  "node_modules/yaml/browser/dist/stringify/stringify.js"() {
    init_anchors();
    init_identity();
    init_stringifyComment();
    init_stringifyString();
  }
});

// node_modules/yaml/browser/dist/stringify/stringifyPair.js
function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
  const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
  let keyComment = isNode(key) && key.comment || null;
  if (simpleKeys) {
    if (keyComment) {
      throw new Error("With simple keys, key nodes cannot have comments");
    }
    if (isCollection(key) || !isNode(key) && typeof key === "object") {
      const msg = "With simple keys, collection cannot be used as a key value";
      throw new Error(msg);
    }
  }
  let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || isCollection(key) || (isScalar(key) ? key.type === Scalar.BLOCK_FOLDED || key.type === Scalar.BLOCK_LITERAL : typeof key === "object"));
  ctx = Object.assign({}, ctx, {
    allNullValues: false,
    implicitKey: !explicitKey && (simpleKeys || !allNullValues),
    indent: indent + indentStep
  });
  let keyCommentDone = false;
  let chompKeep = false;
  let str = stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
  if (!explicitKey && !ctx.inFlow && str.length > 1024) {
    if (simpleKeys)
      throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
    explicitKey = true;
  }
  if (ctx.inFlow) {
    if (allNullValues || value == null) {
      if (keyCommentDone && onComment)
        onComment();
      return str === "" ? "?" : explicitKey ? `? ${str}` : str;
    }
  } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
    str = `? ${str}`;
    if (keyComment && !keyCommentDone) {
      str += lineComment(str, ctx.indent, commentString(keyComment));
    } else if (chompKeep && onChompKeep)
      onChompKeep();
    return str;
  }
  if (keyCommentDone)
    keyComment = null;
  if (explicitKey) {
    if (keyComment)
      str += lineComment(str, ctx.indent, commentString(keyComment));
    str = `? ${str}
${indent}:`;
  } else {
    str = `${str}:`;
    if (keyComment)
      str += lineComment(str, ctx.indent, commentString(keyComment));
  }
  let vsb, vcb, valueComment;
  if (isNode(value)) {
    vsb = !!value.spaceBefore;
    vcb = value.commentBefore;
    valueComment = value.comment;
  } else {
    vsb = false;
    vcb = null;
    valueComment = null;
    if (value && typeof value === "object")
      value = doc.createNode(value);
  }
  ctx.implicitKey = false;
  if (!explicitKey && !keyComment && isScalar(value))
    ctx.indentAtStart = str.length + 1;
  chompKeep = false;
  if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && isSeq(value) && !value.flow && !value.tag && !value.anchor) {
    ctx.indent = ctx.indent.substring(2);
  }
  let valueCommentDone = false;
  const valueStr = stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
  let ws = " ";
  if (keyComment || vsb || vcb) {
    ws = vsb ? "\n" : "";
    if (vcb) {
      const cs = commentString(vcb);
      ws += `
${indentComment(cs, ctx.indent)}`;
    }
    if (valueStr === "" && !ctx.inFlow) {
      if (ws === "\n" && valueComment)
        ws = "\n\n";
    } else {
      ws += `
${ctx.indent}`;
    }
  } else if (!explicitKey && isCollection(value)) {
    const vs0 = valueStr[0];
    const nl0 = valueStr.indexOf("\n");
    const hasNewline = nl0 !== -1;
    const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
    if (hasNewline || !flow) {
      let hasPropsLine = false;
      if (hasNewline && (vs0 === "&" || vs0 === "!")) {
        let sp0 = valueStr.indexOf(" ");
        if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
          sp0 = valueStr.indexOf(" ", sp0 + 1);
        }
        if (sp0 === -1 || nl0 < sp0)
          hasPropsLine = true;
      }
      if (!hasPropsLine)
        ws = `
${ctx.indent}`;
    }
  } else if (valueStr === "" || valueStr[0] === "\n") {
    ws = "";
  }
  str += ws + valueStr;
  if (ctx.inFlow) {
    if (valueCommentDone && onComment)
      onComment();
  } else if (valueComment && !valueCommentDone) {
    str += lineComment(str, ctx.indent, commentString(valueComment));
  } else if (chompKeep && onChompKeep) {
    onChompKeep();
  }
  return str;
}
var init_stringifyPair = __esm({
  "node_modules/yaml/browser/dist/stringify/stringifyPair.js"() {
    init_identity();
    init_Scalar();
    init_stringify();
    init_stringifyComment();
  }
});

// node_modules/yaml/browser/dist/log.js
function warn(logLevel, warning) {
  if (logLevel === "debug" || logLevel === "warn") {
    console.warn(warning);
  }
}
var init_log = __esm({
  "node_modules/yaml/browser/dist/log.js"() {
  }
});

// node_modules/yaml/browser/dist/schema/yaml-1.1/merge.js
function addMergeToJSMap(ctx, map2, value) {
  const source = resolveAliasValue(ctx, value);
  if (isSeq(source))
    for (const it of source.items)
      mergeValue(ctx, map2, it);
  else if (Array.isArray(source))
    for (const it of source)
      mergeValue(ctx, map2, it);
  else
    mergeValue(ctx, map2, source);
}
function mergeValue(ctx, map2, value) {
  const source = resolveAliasValue(ctx, value);
  if (!isMap(source))
    throw new Error("Merge sources must be maps or map aliases");
  const srcMap = source.toJSON(null, ctx, Map);
  for (const [key, value2] of srcMap) {
    if (map2 instanceof Map) {
      if (!map2.has(key))
        map2.set(key, value2);
    } else if (map2 instanceof Set) {
      map2.add(key);
    } else if (!Object.prototype.hasOwnProperty.call(map2, key)) {
      Object.defineProperty(map2, key, {
        value: value2,
        writable: true,
        enumerable: true,
        configurable: true
      });
    }
  }
  return map2;
}
function resolveAliasValue(ctx, value) {
  return ctx && isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}
var MERGE_KEY, merge, isMergeKey;
var init_merge = __esm({
  "node_modules/yaml/browser/dist/schema/yaml-1.1/merge.js"() {
    init_identity();
    init_Scalar();
    MERGE_KEY = "<<";
    merge = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    isMergeKey = (ctx, key) => (merge.identify(key) || isScalar(key) && (!key.type || key.type === Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
  }
});

// node_modules/yaml/browser/dist/nodes/addPairToJSMap.js
function addPairToJSMap(ctx, map2, { key, value }) {
  if (isNode(key) && key.addToJSMap)
    key.addToJSMap(ctx, map2, value);
  else if (isMergeKey(ctx, key))
    addMergeToJSMap(ctx, map2, value);
  else {
    const jsKey = toJS(key, "", ctx);
    if (map2 instanceof Map) {
      map2.set(jsKey, toJS(value, jsKey, ctx));
    } else if (map2 instanceof Set) {
      map2.add(jsKey);
    } else {
      const stringKey = stringifyKey(key, jsKey, ctx);
      const jsValue = toJS(value, stringKey, ctx);
      if (stringKey in map2)
        Object.defineProperty(map2, stringKey, {
          value: jsValue,
          writable: true,
          enumerable: true,
          configurable: true
        });
      else
        map2[stringKey] = jsValue;
    }
  }
  return map2;
}
function stringifyKey(key, jsKey, ctx) {
  if (jsKey === null)
    return "";
  if (typeof jsKey !== "object")
    return String(jsKey);
  if (isNode(key) && ctx?.doc) {
    const strCtx = createStringifyContext(ctx.doc, {});
    strCtx.anchors = /* @__PURE__ */ new Set();
    for (const node of ctx.anchors.keys())
      strCtx.anchors.add(node.anchor);
    strCtx.inFlow = true;
    strCtx.inStringifyKey = true;
    const strKey = key.toString(strCtx);
    if (!ctx.mapKeyWarned) {
      let jsonStr = JSON.stringify(strKey);
      if (jsonStr.length > 40)
        jsonStr = jsonStr.substring(0, 36) + '..."';
      warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
      ctx.mapKeyWarned = true;
    }
    return strKey;
  }
  return JSON.stringify(jsKey);
}
var init_addPairToJSMap = __esm({
  "node_modules/yaml/browser/dist/nodes/addPairToJSMap.js"() {
    init_log();
    init_merge();
    init_stringify();
    init_identity();
    init_toJS();
  }
});

// node_modules/yaml/browser/dist/nodes/Pair.js
function createPair(key, value, ctx) {
  const k = createNode(key, void 0, ctx);
  const v = createNode(value, void 0, ctx);
  return new Pair(k, v);
}
var Pair;
var init_Pair = __esm({
  "node_modules/yaml/browser/dist/nodes/Pair.js"() {
    init_createNode();
    init_stringifyPair();
    init_addPairToJSMap();
    init_identity();
    Pair = class _Pair {
      constructor(key, value = null) {
        Object.defineProperty(this, NODE_TYPE, { value: PAIR });
        this.key = key;
        this.value = value;
      }
      clone(schema4) {
        let { key, value } = this;
        if (isNode(key))
          key = key.clone(schema4);
        if (isNode(value))
          value = value.clone(schema4);
        return new _Pair(key, value);
      }
      toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap(ctx, pair, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
  }
});

// node_modules/yaml/browser/dist/stringify/stringifyCollection.js
function stringifyCollection(collection, ctx, options) {
  const flow = ctx.inFlow ?? collection.flow;
  const stringify4 = flow ? stringifyFlowCollection : stringifyBlockCollection;
  return stringify4(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
  const { indent, options: { commentString } } = ctx;
  const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
  let chompKeep = false;
  const lines = [];
  for (let i = 0; i < items.length; ++i) {
    const item = items[i];
    let comment2 = null;
    if (isNode(item)) {
      if (!chompKeep && item.spaceBefore)
        lines.push("");
      addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
      if (item.comment)
        comment2 = item.comment;
    } else if (isPair(item)) {
      const ik = isNode(item.key) ? item.key : null;
      if (ik) {
        if (!chompKeep && ik.spaceBefore)
          lines.push("");
        addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
      }
    }
    chompKeep = false;
    let str2 = stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
    if (comment2)
      str2 += lineComment(str2, itemIndent, commentString(comment2));
    if (chompKeep && comment2)
      chompKeep = false;
    lines.push(blockItemPrefix + str2);
  }
  let str;
  if (lines.length === 0) {
    str = flowChars.start + flowChars.end;
  } else {
    str = lines[0];
    for (let i = 1; i < lines.length; ++i) {
      const line = lines[i];
      str += line ? `
${indent}${line}` : "\n";
    }
  }
  if (comment) {
    str += "\n" + indentComment(commentString(comment), indent);
    if (onComment)
      onComment();
  } else if (chompKeep && onChompKeep)
    onChompKeep();
  return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
  const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
  itemIndent += indentStep;
  const itemCtx = Object.assign({}, ctx, {
    indent: itemIndent,
    inFlow: true,
    type: null
  });
  let reqNewline = false;
  let linesAtValue = 0;
  const lines = [];
  for (let i = 0; i < items.length; ++i) {
    const item = items[i];
    let comment = null;
    if (isNode(item)) {
      if (item.spaceBefore)
        lines.push("");
      addCommentBefore(ctx, lines, item.commentBefore, false);
      if (item.comment)
        comment = item.comment;
    } else if (isPair(item)) {
      const ik = isNode(item.key) ? item.key : null;
      if (ik) {
        if (ik.spaceBefore)
          lines.push("");
        addCommentBefore(ctx, lines, ik.commentBefore, false);
        if (ik.comment)
          reqNewline = true;
      }
      const iv = isNode(item.value) ? item.value : null;
      if (iv) {
        if (iv.comment)
          comment = iv.comment;
        if (iv.commentBefore)
          reqNewline = true;
      } else if (item.value == null && ik?.comment) {
        comment = ik.comment;
      }
    }
    if (comment)
      reqNewline = true;
    let str = stringify(item, itemCtx, () => comment = null);
    reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
    if (i < items.length - 1) {
      str += ",";
    } else if (ctx.options.trailingComma) {
      if (ctx.options.lineWidth > 0) {
        reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
      }
      if (reqNewline) {
        str += ",";
      }
    }
    if (comment)
      str += lineComment(str, itemIndent, commentString(comment));
    lines.push(str);
    linesAtValue = lines.length;
  }
  const { start, end } = flowChars;
  if (lines.length === 0) {
    return start + end;
  } else {
    if (!reqNewline) {
      const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
      reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
    }
    if (reqNewline) {
      let str = start;
      for (const line of lines)
        str += line ? `
${indentStep}${indent}${line}` : "\n";
      return `${str}
${indent}${end}`;
    } else {
      return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
    }
  }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
  if (comment && chompKeep)
    comment = comment.replace(/^\n+/, "");
  if (comment) {
    const ic = indentComment(commentString(comment), indent);
    lines.push(ic.trimStart());
  }
}
var init_stringifyCollection = __esm({
  "node_modules/yaml/browser/dist/stringify/stringifyCollection.js"() {
    init_identity();
    init_stringify();
    init_stringifyComment();
  }
});

// node_modules/yaml/browser/dist/nodes/YAMLMap.js
function findPair(items, key) {
  const k = isScalar(key) ? key.value : key;
  for (const it of items) {
    if (isPair(it)) {
      if (it.key === key || it.key === k)
        return it;
      if (isScalar(it.key) && it.key.value === k)
        return it;
    }
  }
  return void 0;
}
var YAMLMap;
var init_YAMLMap = __esm({
  "node_modules/yaml/browser/dist/nodes/YAMLMap.js"() {
    init_stringifyCollection();
    init_addPairToJSMap();
    init_Collection();
    init_identity();
    init_Pair();
    init_Scalar();
    YAMLMap = class extends Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema4) {
        super(MAP, schema4);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema4, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map2 = new this(schema4);
        const add = (key, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key, value);
          else if (Array.isArray(replacer) && !replacer.includes(key))
            return;
          if (value !== void 0 || keepUndefined)
            map2.items.push(createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key, value] of obj)
            add(key, value);
        } else if (obj && typeof obj === "object") {
          for (const key of Object.keys(obj))
            add(key, obj[key]);
        }
        if (typeof schema4.sortMapEntries === "function") {
          map2.items.sort(schema4.sortMapEntries);
        }
        return map2;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair, overwrite) {
        let _pair;
        if (isPair(pair))
          _pair = pair;
        else if (!pair || typeof pair !== "object" || !("key" in pair)) {
          _pair = new Pair(pair, pair?.value);
        } else
          _pair = new Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (isScalar(prev.value) && isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key) {
        const it = findPair(this.items, key);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key) {
        return !!findPair(this.items, key);
      }
      set(key, value) {
        this.add(new Pair(key, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map2 = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map2);
        for (const item of this.items)
          addPairToJSMap(ctx, map2, item);
        return map2;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
  }
});

// node_modules/yaml/browser/dist/schema/common/map.js
var map;
var init_map = __esm({
  "node_modules/yaml/browser/dist/schema/common/map.js"() {
    init_identity();
    init_YAMLMap();
    map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema4, obj, ctx) => YAMLMap.from(schema4, obj, ctx)
    };
  }
});

// node_modules/yaml/browser/dist/nodes/YAMLSeq.js
function asItemIndex(key) {
  let idx = isScalar(key) ? key.value : key;
  if (idx && typeof idx === "string")
    idx = Number(idx);
  return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
}
var YAMLSeq;
var init_YAMLSeq = __esm({
  "node_modules/yaml/browser/dist/nodes/YAMLSeq.js"() {
    init_createNode();
    init_stringifyCollection();
    init_Collection();
    init_identity();
    init_Scalar();
    init_toJS();
    YAMLSeq = class extends Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema4) {
        super(SEQ, schema4);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key) {
        const idx = asItemIndex(key);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (isScalar(prev) && isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq2 = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq2);
        let i = 0;
        for (const item of this.items)
          seq2.push(toJS(item, String(i++), ctx));
        return seq2;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema4, obj, ctx) {
        const { replacer } = ctx;
        const seq2 = new this(schema4);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key, it);
            }
            seq2.items.push(createNode(it, void 0, ctx));
          }
        }
        return seq2;
      }
    };
  }
});

// node_modules/yaml/browser/dist/schema/common/seq.js
var seq;
var init_seq = __esm({
  "node_modules/yaml/browser/dist/schema/common/seq.js"() {
    init_identity();
    init_YAMLSeq();
    seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema4, obj, ctx) => YAMLSeq.from(schema4, obj, ctx)
    };
  }
});

// node_modules/yaml/browser/dist/schema/common/string.js
var string;
var init_string = __esm({
  "node_modules/yaml/browser/dist/schema/common/string.js"() {
    init_stringifyString();
    string = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
  }
});

// node_modules/yaml/browser/dist/schema/common/null.js
var nullTag;
var init_null = __esm({
  "node_modules/yaml/browser/dist/schema/common/null.js"() {
    init_Scalar();
    nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
  }
});

// node_modules/yaml/browser/dist/schema/core/bool.js
var boolTag;
var init_bool = __esm({
  "node_modules/yaml/browser/dist/schema/core/bool.js"() {
    init_Scalar();
    boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
  }
});

// node_modules/yaml/browser/dist/stringify/stringifyNumber.js
function stringifyNumber({ format, minFractionDigits, tag, value }) {
  if (typeof value === "bigint")
    return String(value);
  const num = typeof value === "number" ? value : Number(value);
  if (!isFinite(num))
    return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
  let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
  if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
    let i = n.indexOf(".");
    if (i < 0) {
      i = n.length;
      n += ".";
    }
    let d = minFractionDigits - (n.length - i - 1);
    while (d-- > 0)
      n += "0";
  }
  return n;
}
var init_stringifyNumber = __esm({
  "node_modules/yaml/browser/dist/stringify/stringifyNumber.js"() {
  }
});

// node_modules/yaml/browser/dist/schema/core/float.js
var floatNaN, floatExp, float;
var init_float = __esm({
  "node_modules/yaml/browser/dist/schema/core/float.js"() {
    init_Scalar();
    init_stringifyNumber();
    floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber
    };
    floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber(node);
      }
    };
    float = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber
    };
  }
});

// node_modules/yaml/browser/dist/schema/core/int.js
function intStringify(node, radix, prefix) {
  const { value } = node;
  if (intIdentify(value) && value >= 0)
    return prefix + value.toString(radix);
  return stringifyNumber(node);
}
var intIdentify, intResolve, intOct, int, intHex;
var init_int = __esm({
  "node_modules/yaml/browser/dist/schema/core/int.js"() {
    init_stringifyNumber();
    intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber
    };
    intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
  }
});

// node_modules/yaml/browser/dist/schema/core/schema.js
var schema;
var init_schema = __esm({
  "node_modules/yaml/browser/dist/schema/core/schema.js"() {
    init_map();
    init_null();
    init_seq();
    init_string();
    init_bool();
    init_float();
    init_int();
    schema = [
      map,
      seq,
      string,
      nullTag,
      boolTag,
      intOct,
      int,
      intHex,
      floatNaN,
      floatExp,
      float
    ];
  }
});

// node_modules/yaml/browser/dist/schema/json/schema.js
function intIdentify2(value) {
  return typeof value === "bigint" || Number.isInteger(value);
}
var stringifyJSON, jsonScalars, jsonError, schema2;
var init_schema2 = __esm({
  "node_modules/yaml/browser/dist/schema/json/schema.js"() {
    init_Scalar();
    init_map();
    init_seq();
    stringifyJSON = ({ value }) => JSON.stringify(value);
    jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify2,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify2(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    schema2 = [map, seq].concat(jsonScalars, jsonError);
  }
});

// node_modules/yaml/browser/dist/schema/yaml-1.1/binary.js
var binary;
var init_binary = __esm({
  "node_modules/yaml/browser/dist/schema/yaml-1.1/binary.js"() {
    init_Scalar();
    init_stringifyString();
    binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.BLOCK_LITERAL);
        if (type !== Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
  }
});

// node_modules/yaml/browser/dist/schema/yaml-1.1/pairs.js
function resolvePairs(seq2, onError) {
  if (isSeq(seq2)) {
    for (let i = 0; i < seq2.items.length; ++i) {
      let item = seq2.items[i];
      if (isPair(item))
        continue;
      else if (isMap(item)) {
        if (item.items.length > 1)
          onError("Each pair must have its own sequence indicator");
        const pair = item.items[0] || new Pair(new Scalar(null));
        if (item.commentBefore)
          pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
        if (item.comment) {
          const cn = pair.value ?? pair.key;
          cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
        }
        item = pair;
      }
      seq2.items[i] = isPair(item) ? item : new Pair(item);
    }
  } else
    onError("Expected a sequence for this tag");
  return seq2;
}
function createPairs(schema4, iterable, ctx) {
  const { replacer } = ctx;
  const pairs2 = new YAMLSeq(schema4);
  pairs2.tag = "tag:yaml.org,2002:pairs";
  let i = 0;
  if (iterable && Symbol.iterator in Object(iterable))
    for (let it of iterable) {
      if (typeof replacer === "function")
        it = replacer.call(iterable, String(i++), it);
      let key, value;
      if (Array.isArray(it)) {
        if (it.length === 2) {
          key = it[0];
          value = it[1];
        } else
          throw new TypeError(`Expected [key, value] tuple: ${it}`);
      } else if (it && it instanceof Object) {
        const keys = Object.keys(it);
        if (keys.length === 1) {
          key = keys[0];
          value = it[key];
        } else {
          throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
        }
      } else {
        key = it;
      }
      pairs2.items.push(createPair(key, value, ctx));
    }
  return pairs2;
}
var pairs;
var init_pairs = __esm({
  "node_modules/yaml/browser/dist/schema/yaml-1.1/pairs.js"() {
    init_identity();
    init_Pair();
    init_Scalar();
    init_YAMLSeq();
    pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
  }
});

// node_modules/yaml/browser/dist/schema/yaml-1.1/omap.js
var YAMLOMap, omap;
var init_omap = __esm({
  "node_modules/yaml/browser/dist/schema/yaml-1.1/omap.js"() {
    init_identity();
    init_toJS();
    init_YAMLMap();
    init_YAMLSeq();
    init_pairs();
    YAMLOMap = class _YAMLOMap extends YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map2 = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map2);
        for (const pair of this.items) {
          let key, value;
          if (isPair(pair)) {
            key = toJS(pair.key, "", ctx);
            value = toJS(pair.value, key, ctx);
          } else {
            key = toJS(pair, "", ctx);
          }
          if (map2.has(key))
            throw new Error("Ordered maps must not include duplicate keys");
          map2.set(key, value);
        }
        return map2;
      }
      static from(schema4, iterable, ctx) {
        const pairs2 = createPairs(schema4, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs2.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq2, onError) {
        const pairs2 = resolvePairs(seq2, onError);
        const seenKeys = [];
        for (const { key } of pairs2.items) {
          if (isScalar(key)) {
            if (seenKeys.includes(key.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key.value}`);
            } else {
              seenKeys.push(key.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs2);
      },
      createNode: (schema4, iterable, ctx) => YAMLOMap.from(schema4, iterable, ctx)
    };
  }
});

// node_modules/yaml/browser/dist/schema/yaml-1.1/bool.js
function boolStringify({ value, source }, ctx) {
  const boolObj = value ? trueTag : falseTag;
  if (source && boolObj.test.test(source))
    return source;
  return value ? ctx.options.trueStr : ctx.options.falseStr;
}
var trueTag, falseTag;
var init_bool2 = __esm({
  "node_modules/yaml/browser/dist/schema/yaml-1.1/bool.js"() {
    init_Scalar();
    trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar(true),
      stringify: boolStringify
    };
    falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar(false),
      stringify: boolStringify
    };
  }
});

// node_modules/yaml/browser/dist/schema/yaml-1.1/float.js
var floatNaN2, floatExp2, float2;
var init_float2 = __esm({
  "node_modules/yaml/browser/dist/schema/yaml-1.1/float.js"() {
    init_Scalar();
    init_stringifyNumber();
    floatNaN2 = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber
    };
    floatExp2 = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber(node);
      }
    };
    float2 = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber
    };
  }
});

// node_modules/yaml/browser/dist/schema/yaml-1.1/int.js
function intResolve2(str, offset, radix, { intAsBigInt }) {
  const sign = str[0];
  if (sign === "-" || sign === "+")
    offset += 1;
  str = str.substring(offset).replace(/_/g, "");
  if (intAsBigInt) {
    switch (radix) {
      case 2:
        str = `0b${str}`;
        break;
      case 8:
        str = `0o${str}`;
        break;
      case 16:
        str = `0x${str}`;
        break;
    }
    const n2 = BigInt(str);
    return sign === "-" ? BigInt(-1) * n2 : n2;
  }
  const n = parseInt(str, radix);
  return sign === "-" ? -1 * n : n;
}
function intStringify2(node, radix, prefix) {
  const { value } = node;
  if (intIdentify3(value)) {
    const str = value.toString(radix);
    return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
  }
  return stringifyNumber(node);
}
var intIdentify3, intBin, intOct2, int2, intHex2;
var init_int2 = __esm({
  "node_modules/yaml/browser/dist/schema/yaml-1.1/int.js"() {
    init_stringifyNumber();
    intIdentify3 = (value) => typeof value === "bigint" || Number.isInteger(value);
    intBin = {
      identify: intIdentify3,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve2(str, 2, 2, opt),
      stringify: (node) => intStringify2(node, 2, "0b")
    };
    intOct2 = {
      identify: intIdentify3,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve2(str, 1, 8, opt),
      stringify: (node) => intStringify2(node, 8, "0")
    };
    int2 = {
      identify: intIdentify3,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve2(str, 0, 10, opt),
      stringify: stringifyNumber
    };
    intHex2 = {
      identify: intIdentify3,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve2(str, 2, 16, opt),
      stringify: (node) => intStringify2(node, 16, "0x")
    };
  }
});

// node_modules/yaml/browser/dist/schema/yaml-1.1/set.js
var YAMLSet, set;
var init_set = __esm({
  "node_modules/yaml/browser/dist/schema/yaml-1.1/set.js"() {
    init_identity();
    init_Pair();
    init_YAMLMap();
    YAMLSet = class _YAMLSet extends YAMLMap {
      constructor(schema4) {
        super(schema4);
        this.tag = _YAMLSet.tag;
      }
      add(key) {
        let pair;
        if (isPair(key))
          pair = key;
        else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
          pair = new Pair(key.key, null);
        else
          pair = new Pair(key, null);
        const prev = findPair(this.items, pair.key);
        if (!prev)
          this.items.push(pair);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key, keepPair) {
        const pair = findPair(this.items, key);
        return !keepPair && isPair(pair) ? isScalar(pair.key) ? pair.key.value : pair.key : pair;
      }
      set(key, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = findPair(this.items, key);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair(key));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema4, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema4);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema4, iterable, ctx) => YAMLSet.from(schema4, iterable, ctx),
      resolve(map2, onError) {
        if (isMap(map2)) {
          if (map2.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map2);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map2;
      }
    };
  }
});

// node_modules/yaml/browser/dist/schema/yaml-1.1/timestamp.js
function parseSexagesimal(str, asBigInt) {
  const sign = str[0];
  const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
  const num = (n) => asBigInt ? BigInt(n) : Number(n);
  const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
  return sign === "-" ? num(-1) * res : res;
}
function stringifySexagesimal(node) {
  let { value } = node;
  let num = (n) => n;
  if (typeof value === "bigint")
    num = (n) => BigInt(n);
  else if (isNaN(value) || !isFinite(value))
    return stringifyNumber(node);
  let sign = "";
  if (value < 0) {
    sign = "-";
    value *= num(-1);
  }
  const _60 = num(60);
  const parts = [value % _60];
  if (value < 60) {
    parts.unshift(0);
  } else {
    value = (value - parts[0]) / _60;
    parts.unshift(value % _60);
    if (value >= 60) {
      value = (value - parts[0]) / _60;
      parts.unshift(value);
    }
  }
  return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
}
var intTime, floatTime, timestamp;
var init_timestamp = __esm({
  "node_modules/yaml/browser/dist/schema/yaml-1.1/timestamp.js"() {
    init_stringifyNumber();
    intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date -= 6e4 * d;
        }
        return new Date(date);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
  }
});

// node_modules/yaml/browser/dist/schema/yaml-1.1/schema.js
var schema3;
var init_schema3 = __esm({
  "node_modules/yaml/browser/dist/schema/yaml-1.1/schema.js"() {
    init_map();
    init_null();
    init_seq();
    init_string();
    init_binary();
    init_bool2();
    init_float2();
    init_int2();
    init_merge();
    init_omap();
    init_pairs();
    init_set();
    init_timestamp();
    schema3 = [
      map,
      seq,
      string,
      nullTag,
      trueTag,
      falseTag,
      intBin,
      intOct2,
      int2,
      intHex2,
      floatNaN2,
      floatExp2,
      float2,
      binary,
      merge,
      omap,
      pairs,
      set,
      intTime,
      floatTime,
      timestamp
    ];
  }
});

// node_modules/yaml/browser/dist/schema/tags.js
function getTags(customTags, schemaName, addMergeTag) {
  const schemaTags = schemas.get(schemaName);
  if (schemaTags && !customTags) {
    return addMergeTag && !schemaTags.includes(merge) ? schemaTags.concat(merge) : schemaTags.slice();
  }
  let tags = schemaTags;
  if (!tags) {
    if (Array.isArray(customTags))
      tags = [];
    else {
      const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
      throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
    }
  }
  if (Array.isArray(customTags)) {
    for (const tag of customTags)
      tags = tags.concat(tag);
  } else if (typeof customTags === "function") {
    tags = customTags(tags.slice());
  }
  if (addMergeTag)
    tags = tags.concat(merge);
  return tags.reduce((tags2, tag) => {
    const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
    if (!tagObj) {
      const tagName = JSON.stringify(tag);
      const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
      throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
    }
    if (!tags2.includes(tagObj))
      tags2.push(tagObj);
    return tags2;
  }, []);
}
var schemas, tagsByName, coreKnownTags;
var init_tags = __esm({
  "node_modules/yaml/browser/dist/schema/tags.js"() {
    init_map();
    init_null();
    init_seq();
    init_string();
    init_bool();
    init_float();
    init_int();
    init_schema();
    init_schema2();
    init_binary();
    init_merge();
    init_omap();
    init_pairs();
    init_schema3();
    init_set();
    init_timestamp();
    schemas = /* @__PURE__ */ new Map([
      ["core", schema],
      ["failsafe", [map, seq, string]],
      ["json", schema2],
      ["yaml11", schema3],
      ["yaml-1.1", schema3]
    ]);
    tagsByName = {
      binary,
      bool: boolTag,
      float,
      floatExp,
      floatNaN,
      floatTime,
      int,
      intHex,
      intOct,
      intTime,
      map,
      merge,
      null: nullTag,
      omap,
      pairs,
      seq,
      set,
      timestamp
    };
    coreKnownTags = {
      "tag:yaml.org,2002:binary": binary,
      "tag:yaml.org,2002:merge": merge,
      "tag:yaml.org,2002:omap": omap,
      "tag:yaml.org,2002:pairs": pairs,
      "tag:yaml.org,2002:set": set,
      "tag:yaml.org,2002:timestamp": timestamp
    };
  }
});

// node_modules/yaml/browser/dist/schema/Schema.js
var sortMapEntriesByKey, Schema;
var init_Schema = __esm({
  "node_modules/yaml/browser/dist/schema/Schema.js"() {
    init_identity();
    init_map();
    init_seq();
    init_string();
    init_tags();
    sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    Schema = class _Schema {
      constructor({ compat, customTags, merge: merge2, resolveKnownTags, schema: schema4, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? getTags(compat, "compat") : compat ? getTags(null, compat) : null;
        this.name = typeof schema4 === "string" && schema4 || "core";
        this.knownTags = resolveKnownTags ? coreKnownTags : {};
        this.tags = getTags(customTags, this.name, merge2);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, MAP, { value: map });
        Object.defineProperty(this, SCALAR, { value: string });
        Object.defineProperty(this, SEQ, { value: seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
  }
});

// node_modules/yaml/browser/dist/stringify/stringifyDocument.js
function stringifyDocument(doc, options) {
  const lines = [];
  let hasDirectives = options.directives === true;
  if (options.directives !== false && doc.directives) {
    const dir = doc.directives.toString(doc);
    if (dir) {
      lines.push(dir);
      hasDirectives = true;
    } else if (doc.directives.docStart)
      hasDirectives = true;
  }
  if (hasDirectives)
    lines.push("---");
  const ctx = createStringifyContext(doc, options);
  const { commentString } = ctx.options;
  if (doc.commentBefore) {
    if (lines.length !== 1)
      lines.unshift("");
    const cs = commentString(doc.commentBefore);
    lines.unshift(indentComment(cs, ""));
  }
  let chompKeep = false;
  let contentComment = null;
  if (doc.contents) {
    if (isNode(doc.contents)) {
      if (doc.contents.spaceBefore && hasDirectives)
        lines.push("");
      if (doc.contents.commentBefore) {
        const cs = commentString(doc.contents.commentBefore);
        lines.push(indentComment(cs, ""));
      }
      ctx.forceBlockIndent = !!doc.comment;
      contentComment = doc.contents.comment;
    }
    const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
    let body = stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
    if (contentComment)
      body += lineComment(body, "", commentString(contentComment));
    if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
      lines[lines.length - 1] = `--- ${body}`;
    } else
      lines.push(body);
  } else {
    lines.push(stringify(doc.contents, ctx));
  }
  if (doc.directives?.docEnd) {
    if (doc.comment) {
      const cs = commentString(doc.comment);
      if (cs.includes("\n")) {
        lines.push("...");
        lines.push(indentComment(cs, ""));
      } else {
        lines.push(`... ${cs}`);
      }
    } else {
      lines.push("...");
    }
  } else {
    let dc = doc.comment;
    if (dc && chompKeep)
      dc = dc.replace(/^\n+/, "");
    if (dc) {
      if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
        lines.push("");
      lines.push(indentComment(commentString(dc), ""));
    }
  }
  return lines.join("\n") + "\n";
}
var init_stringifyDocument = __esm({
  "node_modules/yaml/browser/dist/stringify/stringifyDocument.js"() {
    init_identity();
    init_stringify();
    init_stringifyComment();
  }
});

// node_modules/yaml/browser/dist/doc/Document.js
function assertCollection(contents) {
  if (isCollection(contents))
    return true;
  throw new Error("Expected a YAML collection as document contents");
}
var Document;
var init_Document = __esm({
  "node_modules/yaml/browser/dist/doc/Document.js"() {
    init_Alias();
    init_Collection();
    init_identity();
    init_Pair();
    init_toJS();
    init_Schema();
    init_stringifyDocument();
    init_anchors();
    init_applyReviver();
    init_createNode();
    init_directives();
    Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, NODE_TYPE, { value: DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version: version2 } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version2 = this.directives.yaml.version;
        } else
          this.directives = new Directives({ version: version2 });
        this.setSchema(version2, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [NODE_TYPE]: { value: DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path7, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path7, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name2) {
        if (!node.anchor) {
          const prev = anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name2 || prev.has(name2) ? findNewAnchor(name2 || "a", prev) : name2;
        }
        return new Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode(value, tag, ctx);
        if (flow && isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path7) {
        if (isEmptyPath(path7)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path7) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key, keepScalar) {
        return isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path7, keepScalar) {
        if (isEmptyPath(path7))
          return !keepScalar && isScalar(this.contents) ? this.contents.value : this.contents;
        return isCollection(this.contents) ? this.contents.getIn(path7, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key) {
        return isCollection(this.contents) ? this.contents.has(key) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path7) {
        if (isEmptyPath(path7))
          return this.contents !== void 0;
        return isCollection(this.contents) ? this.contents.hasIn(path7) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key, value) {
        if (this.contents == null) {
          this.contents = collectionFromPath(this.schema, [key], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path7, value) {
        if (isEmptyPath(path7)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = collectionFromPath(this.schema, Array.from(path7), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path7, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version2, options = {}) {
        if (typeof version2 === "number")
          version2 = String(version2);
        let opt;
        switch (version2) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version2;
            else
              this.directives = new Directives({ version: version2 });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version2);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json: json2, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json2,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument(this, options);
      }
    };
  }
});

// node_modules/yaml/browser/dist/errors.js
var YAMLError, YAMLParseError, YAMLWarning, prettifyError;
var init_errors = __esm({
  "node_modules/yaml/browser/dist/errors.js"() {
    YAMLError = class extends Error {
      constructor(name2, pos, code, message) {
        super();
        this.name = name2;
        this.code = code;
        this.message = message;
        this.pos = pos;
      }
    };
    YAMLParseError = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLParseError", pos, code, message);
      }
    };
    YAMLWarning = class extends YAMLError {
      constructor(pos, code, message) {
        super("YAMLWarning", pos, code, message);
      }
    };
    prettifyError = (src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error.linePos[0];
      error.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "…" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "…";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "…\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count2 = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count2 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count2);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    };
  }
});

// node_modules/yaml/browser/dist/compose/resolve-props.js
function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
  let spaceBefore = false;
  let atNewline = startOnNewline;
  let hasSpace = startOnNewline;
  let comment = "";
  let commentSep = "";
  let hasNewline = false;
  let reqSpace = false;
  let tab = null;
  let anchor = null;
  let tag = null;
  let newlineAfterProp = null;
  let comma = null;
  let found = null;
  let start = null;
  for (const token of tokens) {
    if (reqSpace) {
      if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
        onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      reqSpace = false;
    }
    if (tab) {
      if (atNewline && token.type !== "comment" && token.type !== "newline") {
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      }
      tab = null;
    }
    switch (token.type) {
      case "space":
        if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
          tab = token;
        }
        hasSpace = true;
        break;
      case "comment": {
        if (!hasSpace)
          onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
        const cb = token.source.substring(1) || " ";
        if (!comment)
          comment = cb;
        else
          comment += commentSep + cb;
        commentSep = "";
        atNewline = false;
        break;
      }
      case "newline":
        if (atNewline) {
          if (comment)
            comment += token.source;
          else if (!found || indicator !== "seq-item-ind")
            spaceBefore = true;
        } else
          commentSep += token.source;
        atNewline = true;
        hasNewline = true;
        if (anchor || tag)
          newlineAfterProp = token;
        hasSpace = true;
        break;
      case "anchor":
        if (anchor)
          onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
        if (token.source.endsWith(":"))
          onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
        anchor = token;
        start ?? (start = token.offset);
        atNewline = false;
        hasSpace = false;
        reqSpace = true;
        break;
      case "tag": {
        if (tag)
          onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
        tag = token;
        start ?? (start = token.offset);
        atNewline = false;
        hasSpace = false;
        reqSpace = true;
        break;
      }
      case indicator:
        if (anchor || tag)
          onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
        if (found)
          onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
        found = token;
        atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
        hasSpace = false;
        break;
      case "comma":
        if (flow) {
          if (comma)
            onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
          comma = token;
          atNewline = false;
          hasSpace = false;
          break;
        }
      // else fallthrough
      default:
        onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
        atNewline = false;
        hasSpace = false;
    }
  }
  const last = tokens[tokens.length - 1];
  const end = last ? last.offset + last.source.length : offset;
  if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
    onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
  }
  if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
    onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
  return {
    comma,
    found,
    spaceBefore,
    comment,
    hasNewline,
    anchor,
    tag,
    newlineAfterProp,
    end,
    start: start ?? end
  };
}
var init_resolve_props = __esm({
  "node_modules/yaml/browser/dist/compose/resolve-props.js"() {
  }
});

// node_modules/yaml/browser/dist/compose/util-contains-newline.js
function containsNewline(key) {
  if (!key)
    return null;
  switch (key.type) {
    case "alias":
    case "scalar":
    case "double-quoted-scalar":
    case "single-quoted-scalar":
      if (key.source.includes("\n"))
        return true;
      if (key.end) {
        for (const st of key.end)
          if (st.type === "newline")
            return true;
      }
      return false;
    case "flow-collection":
      for (const it of key.items) {
        for (const st of it.start)
          if (st.type === "newline")
            return true;
        if (it.sep) {
          for (const st of it.sep)
            if (st.type === "newline")
              return true;
        }
        if (containsNewline(it.key) || containsNewline(it.value))
          return true;
      }
      return false;
    default:
      return true;
  }
}
var init_util_contains_newline = __esm({
  "node_modules/yaml/browser/dist/compose/util-contains-newline.js"() {
  }
});

// node_modules/yaml/browser/dist/compose/util-flow-indent-check.js
function flowIndentCheck(indent, fc, onError) {
  if (fc?.type === "flow-collection") {
    const end = fc.end[0];
    if (end.indent === indent && (end.source === "]" || end.source === "}") && containsNewline(fc)) {
      const msg = "Flow end indicator should be more indented than parent";
      onError(end, "BAD_INDENT", msg, true);
    }
  }
}
var init_util_flow_indent_check = __esm({
  "node_modules/yaml/browser/dist/compose/util-flow-indent-check.js"() {
    init_util_contains_newline();
  }
});

// node_modules/yaml/browser/dist/compose/util-map-includes.js
function mapIncludes(ctx, items, search) {
  const { uniqueKeys } = ctx.options;
  if (uniqueKeys === false)
    return false;
  const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || isScalar(a) && isScalar(b) && a.value === b.value;
  return items.some((pair) => isEqual(pair.key, search));
}
var init_util_map_includes = __esm({
  "node_modules/yaml/browser/dist/compose/util-map-includes.js"() {
    init_identity();
  }
});

// node_modules/yaml/browser/dist/compose/resolve-block-map.js
function resolveBlockMap({ composeNode: composeNode2, composeEmptyNode: composeEmptyNode2 }, ctx, bm, onError, tag) {
  const NodeClass = tag?.nodeClass ?? YAMLMap;
  const map2 = new NodeClass(ctx.schema);
  if (ctx.atRoot)
    ctx.atRoot = false;
  let offset = bm.offset;
  let commentEnd = null;
  for (const collItem of bm.items) {
    const { start, key, sep: sep3, value } = collItem;
    const keyProps = resolveProps(start, {
      indicator: "explicit-key-ind",
      next: key ?? sep3?.[0],
      offset,
      onError,
      parentIndent: bm.indent,
      startOnNewline: true
    });
    const implicitKey = !keyProps.found;
    if (implicitKey) {
      if (key) {
        if (key.type === "block-seq")
          onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
        else if ("indent" in key && key.indent !== bm.indent)
          onError(offset, "BAD_INDENT", startColMsg);
      }
      if (!keyProps.anchor && !keyProps.tag && !sep3) {
        commentEnd = keyProps.end;
        if (keyProps.comment) {
          if (map2.comment)
            map2.comment += "\n" + keyProps.comment;
          else
            map2.comment = keyProps.comment;
        }
        continue;
      }
      if (keyProps.newlineAfterProp || containsNewline(key)) {
        onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
      }
    } else if (keyProps.found?.indent !== bm.indent) {
      onError(offset, "BAD_INDENT", startColMsg);
    }
    ctx.atKey = true;
    const keyStart = keyProps.end;
    const keyNode = key ? composeNode2(ctx, key, keyProps, onError) : composeEmptyNode2(ctx, keyStart, start, null, keyProps, onError);
    if (ctx.schema.compat)
      flowIndentCheck(bm.indent, key, onError);
    ctx.atKey = false;
    if (mapIncludes(ctx, map2.items, keyNode))
      onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
    const valueProps = resolveProps(sep3 ?? [], {
      indicator: "map-value-ind",
      next: value,
      offset: keyNode.range[2],
      onError,
      parentIndent: bm.indent,
      startOnNewline: !key || key.type === "block-scalar"
    });
    offset = valueProps.end;
    if (valueProps.found) {
      if (implicitKey) {
        if (value?.type === "block-map" && !valueProps.hasNewline)
          onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
        if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
          onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
      }
      const valueNode = value ? composeNode2(ctx, value, valueProps, onError) : composeEmptyNode2(ctx, offset, sep3, null, valueProps, onError);
      if (ctx.schema.compat)
        flowIndentCheck(bm.indent, value, onError);
      offset = valueNode.range[2];
      const pair = new Pair(keyNode, valueNode);
      if (ctx.options.keepSourceTokens)
        pair.srcToken = collItem;
      map2.items.push(pair);
    } else {
      if (implicitKey)
        onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
      if (valueProps.comment) {
        if (keyNode.comment)
          keyNode.comment += "\n" + valueProps.comment;
        else
          keyNode.comment = valueProps.comment;
      }
      const pair = new Pair(keyNode);
      if (ctx.options.keepSourceTokens)
        pair.srcToken = collItem;
      map2.items.push(pair);
    }
  }
  if (commentEnd && commentEnd < offset)
    onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
  map2.range = [bm.offset, offset, commentEnd ?? offset];
  return map2;
}
var startColMsg;
var init_resolve_block_map = __esm({
  "node_modules/yaml/browser/dist/compose/resolve-block-map.js"() {
    init_Pair();
    init_YAMLMap();
    init_resolve_props();
    init_util_contains_newline();
    init_util_flow_indent_check();
    init_util_map_includes();
    startColMsg = "All mapping items must start at the same column";
  }
});

// node_modules/yaml/browser/dist/compose/resolve-block-seq.js
function resolveBlockSeq({ composeNode: composeNode2, composeEmptyNode: composeEmptyNode2 }, ctx, bs, onError, tag) {
  const NodeClass = tag?.nodeClass ?? YAMLSeq;
  const seq2 = new NodeClass(ctx.schema);
  if (ctx.atRoot)
    ctx.atRoot = false;
  if (ctx.atKey)
    ctx.atKey = false;
  let offset = bs.offset;
  let commentEnd = null;
  for (const { start, value } of bs.items) {
    const props = resolveProps(start, {
      indicator: "seq-item-ind",
      next: value,
      offset,
      onError,
      parentIndent: bs.indent,
      startOnNewline: true
    });
    if (!props.found) {
      if (props.anchor || props.tag || value) {
        if (value?.type === "block-seq")
          onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
        else
          onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
      } else {
        commentEnd = props.end;
        if (props.comment)
          seq2.comment = props.comment;
        continue;
      }
    }
    const node = value ? composeNode2(ctx, value, props, onError) : composeEmptyNode2(ctx, props.end, start, null, props, onError);
    if (ctx.schema.compat)
      flowIndentCheck(bs.indent, value, onError);
    offset = node.range[2];
    seq2.items.push(node);
  }
  seq2.range = [bs.offset, offset, commentEnd ?? offset];
  return seq2;
}
var init_resolve_block_seq = __esm({
  "node_modules/yaml/browser/dist/compose/resolve-block-seq.js"() {
    init_YAMLSeq();
    init_resolve_props();
    init_util_flow_indent_check();
  }
});

// node_modules/yaml/browser/dist/compose/resolve-end.js
function resolveEnd(end, offset, reqSpace, onError) {
  let comment = "";
  if (end) {
    let hasSpace = false;
    let sep3 = "";
    for (const token of end) {
      const { source, type } = token;
      switch (type) {
        case "space":
          hasSpace = true;
          break;
        case "comment": {
          if (reqSpace && !hasSpace)
            onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
          const cb = source.substring(1) || " ";
          if (!comment)
            comment = cb;
          else
            comment += sep3 + cb;
          sep3 = "";
          break;
        }
        case "newline":
          if (comment)
            sep3 += source;
          hasSpace = true;
          break;
        default:
          onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
      }
      offset += source.length;
    }
  }
  return { comment, offset };
}
var init_resolve_end = __esm({
  "node_modules/yaml/browser/dist/compose/resolve-end.js"() {
  }
});

// node_modules/yaml/browser/dist/compose/resolve-flow-collection.js
function resolveFlowCollection({ composeNode: composeNode2, composeEmptyNode: composeEmptyNode2 }, ctx, fc, onError, tag) {
  const isMap2 = fc.start.source === "{";
  const fcName = isMap2 ? "flow map" : "flow sequence";
  const NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap : YAMLSeq);
  const coll = new NodeClass(ctx.schema);
  coll.flow = true;
  const atRoot = ctx.atRoot;
  if (atRoot)
    ctx.atRoot = false;
  if (ctx.atKey)
    ctx.atKey = false;
  let offset = fc.offset + fc.start.source.length;
  for (let i = 0; i < fc.items.length; ++i) {
    const collItem = fc.items[i];
    const { start, key, sep: sep3, value } = collItem;
    const props = resolveProps(start, {
      flow: fcName,
      indicator: "explicit-key-ind",
      next: key ?? sep3?.[0],
      offset,
      onError,
      parentIndent: fc.indent,
      startOnNewline: false
    });
    if (!props.found) {
      if (!props.anchor && !props.tag && !sep3 && !value) {
        if (i === 0 && props.comma)
          onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        else if (i < fc.items.length - 1)
          onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
        if (props.comment) {
          if (coll.comment)
            coll.comment += "\n" + props.comment;
          else
            coll.comment = props.comment;
        }
        offset = props.end;
        continue;
      }
      if (!isMap2 && ctx.options.strict && containsNewline(key))
        onError(
          key,
          // checked by containsNewline()
          "MULTILINE_IMPLICIT_KEY",
          "Implicit keys of flow sequence pairs need to be on a single line"
        );
    }
    if (i === 0) {
      if (props.comma)
        onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
    } else {
      if (!props.comma)
        onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
      if (props.comment) {
        let prevItemComment = "";
        loop: for (const st of start) {
          switch (st.type) {
            case "comma":
            case "space":
              break;
            case "comment":
              prevItemComment = st.source.substring(1);
              break loop;
            default:
              break loop;
          }
        }
        if (prevItemComment) {
          let prev = coll.items[coll.items.length - 1];
          if (isPair(prev))
            prev = prev.value ?? prev.key;
          if (prev.comment)
            prev.comment += "\n" + prevItemComment;
          else
            prev.comment = prevItemComment;
          props.comment = props.comment.substring(prevItemComment.length + 1);
        }
      }
    }
    if (!isMap2 && !sep3 && !props.found) {
      const valueNode = value ? composeNode2(ctx, value, props, onError) : composeEmptyNode2(ctx, props.end, sep3, null, props, onError);
      coll.items.push(valueNode);
      offset = valueNode.range[2];
      if (isBlock(value))
        onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
    } else {
      ctx.atKey = true;
      const keyStart = props.end;
      const keyNode = key ? composeNode2(ctx, key, props, onError) : composeEmptyNode2(ctx, keyStart, start, null, props, onError);
      if (isBlock(key))
        onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
      ctx.atKey = false;
      const valueProps = resolveProps(sep3 ?? [], {
        flow: fcName,
        indicator: "map-value-ind",
        next: value,
        offset: keyNode.range[2],
        onError,
        parentIndent: fc.indent,
        startOnNewline: false
      });
      if (valueProps.found) {
        if (!isMap2 && !props.found && ctx.options.strict) {
          if (sep3)
            for (const st of sep3) {
              if (st === valueProps.found)
                break;
              if (st.type === "newline") {
                onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                break;
              }
            }
          if (props.start < valueProps.found.offset - 1024)
            onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
        }
      } else if (value) {
        if ("source" in value && value.source?.[0] === ":")
          onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
        else
          onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
      }
      const valueNode = value ? composeNode2(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode2(ctx, valueProps.end, sep3, null, valueProps, onError) : null;
      if (valueNode) {
        if (isBlock(value))
          onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
      } else if (valueProps.comment) {
        if (keyNode.comment)
          keyNode.comment += "\n" + valueProps.comment;
        else
          keyNode.comment = valueProps.comment;
      }
      const pair = new Pair(keyNode, valueNode);
      if (ctx.options.keepSourceTokens)
        pair.srcToken = collItem;
      if (isMap2) {
        const map2 = coll;
        if (mapIncludes(ctx, map2.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        map2.items.push(pair);
      } else {
        const map2 = new YAMLMap(ctx.schema);
        map2.flow = true;
        map2.items.push(pair);
        const endRange = (valueNode ?? keyNode).range;
        map2.range = [keyNode.range[0], endRange[1], endRange[2]];
        coll.items.push(map2);
      }
      offset = valueNode ? valueNode.range[2] : valueProps.end;
    }
  }
  const expectedEnd = isMap2 ? "}" : "]";
  const [ce, ...ee] = fc.end;
  let cePos = offset;
  if (ce?.source === expectedEnd)
    cePos = ce.offset + ce.source.length;
  else {
    const name2 = fcName[0].toUpperCase() + fcName.substring(1);
    const msg = atRoot ? `${name2} must end with a ${expectedEnd}` : `${name2} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
    onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
    if (ce && ce.source.length !== 1)
      ee.unshift(ce);
  }
  if (ee.length > 0) {
    const end = resolveEnd(ee, cePos, ctx.options.strict, onError);
    if (end.comment) {
      if (coll.comment)
        coll.comment += "\n" + end.comment;
      else
        coll.comment = end.comment;
    }
    coll.range = [fc.offset, cePos, end.offset];
  } else {
    coll.range = [fc.offset, cePos, cePos];
  }
  return coll;
}
var blockMsg, isBlock;
var init_resolve_flow_collection = __esm({
  "node_modules/yaml/browser/dist/compose/resolve-flow-collection.js"() {
    init_identity();
    init_Pair();
    init_YAMLMap();
    init_YAMLSeq();
    init_resolve_end();
    init_resolve_props();
    init_util_contains_newline();
    init_util_map_includes();
    blockMsg = "Block collections are not allowed within flow collections";
    isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
  }
});

// node_modules/yaml/browser/dist/compose/compose-collection.js
function resolveCollection(CN2, ctx, token, onError, tagName, tag) {
  const coll = token.type === "block-map" ? resolveBlockMap(CN2, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq(CN2, ctx, token, onError, tag) : resolveFlowCollection(CN2, ctx, token, onError, tag);
  const Coll = coll.constructor;
  if (tagName === "!" || tagName === Coll.tagName) {
    coll.tag = Coll.tagName;
    return coll;
  }
  if (tagName)
    coll.tag = tagName;
  return coll;
}
function composeCollection(CN2, ctx, token, props, onError) {
  const tagToken = props.tag;
  const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
  if (token.type === "block-seq") {
    const { anchor, newlineAfterProp: nl } = props;
    const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
    if (lastProp && (!nl || nl.offset < lastProp.offset)) {
      const message = "Missing newline after block sequence props";
      onError(lastProp, "MISSING_CHAR", message);
    }
  }
  const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
  if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.tagName && expType === "seq") {
    return resolveCollection(CN2, ctx, token, onError, tagName);
  }
  let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
  if (!tag) {
    const kt = ctx.schema.knownTags[tagName];
    if (kt?.collection === expType) {
      ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
      tag = kt;
    } else {
      if (kt) {
        onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
      } else {
        onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
      }
      return resolveCollection(CN2, ctx, token, onError, tagName);
    }
  }
  const coll = resolveCollection(CN2, ctx, token, onError, tagName, tag);
  const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
  const node = isNode(res) ? res : new Scalar(res);
  node.range = coll.range;
  node.tag = tagName;
  if (tag?.format)
    node.format = tag.format;
  return node;
}
var init_compose_collection = __esm({
  "node_modules/yaml/browser/dist/compose/compose-collection.js"() {
    init_identity();
    init_Scalar();
    init_YAMLMap();
    init_YAMLSeq();
    init_resolve_block_map();
    init_resolve_block_seq();
    init_resolve_flow_collection();
  }
});

// node_modules/yaml/browser/dist/compose/resolve-block-scalar.js
function resolveBlockScalar(ctx, scalar, onError) {
  const start = scalar.offset;
  const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
  if (!header)
    return { value: "", type: null, comment: "", range: [start, start, start] };
  const type = header.mode === ">" ? Scalar.BLOCK_FOLDED : Scalar.BLOCK_LITERAL;
  const lines = scalar.source ? splitLines(scalar.source) : [];
  let chompStart = lines.length;
  for (let i = lines.length - 1; i >= 0; --i) {
    const content = lines[i][1];
    if (content === "" || content === "\r")
      chompStart = i;
    else
      break;
  }
  if (chompStart === 0) {
    const value2 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
    let end2 = start + header.length;
    if (scalar.source)
      end2 += scalar.source.length;
    return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
  }
  let trimIndent = scalar.indent + header.indent;
  let offset = scalar.offset + header.length;
  let contentStart = 0;
  for (let i = 0; i < chompStart; ++i) {
    const [indent, content] = lines[i];
    if (content === "" || content === "\r") {
      if (header.indent === 0 && indent.length > trimIndent)
        trimIndent = indent.length;
    } else {
      if (indent.length < trimIndent) {
        const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
        onError(offset + indent.length, "MISSING_CHAR", message);
      }
      if (header.indent === 0)
        trimIndent = indent.length;
      contentStart = i;
      if (trimIndent === 0 && !ctx.atRoot) {
        const message = "Block scalar values in collections must be indented";
        onError(offset, "BAD_INDENT", message);
      }
      break;
    }
    offset += indent.length + content.length + 1;
  }
  for (let i = lines.length - 1; i >= chompStart; --i) {
    if (lines[i][0].length > trimIndent)
      chompStart = i + 1;
  }
  let value = "";
  let sep3 = "";
  let prevMoreIndented = false;
  for (let i = 0; i < contentStart; ++i)
    value += lines[i][0].slice(trimIndent) + "\n";
  for (let i = contentStart; i < chompStart; ++i) {
    let [indent, content] = lines[i];
    offset += indent.length + content.length + 1;
    const crlf = content[content.length - 1] === "\r";
    if (crlf)
      content = content.slice(0, -1);
    if (content && indent.length < trimIndent) {
      const src = header.indent ? "explicit indentation indicator" : "first line";
      const message = `Block scalar lines must not be less indented than their ${src}`;
      onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
      indent = "";
    }
    if (type === Scalar.BLOCK_LITERAL) {
      value += sep3 + indent.slice(trimIndent) + content;
      sep3 = "\n";
    } else if (indent.length > trimIndent || content[0] === "	") {
      if (sep3 === " ")
        sep3 = "\n";
      else if (!prevMoreIndented && sep3 === "\n")
        sep3 = "\n\n";
      value += sep3 + indent.slice(trimIndent) + content;
      sep3 = "\n";
      prevMoreIndented = true;
    } else if (content === "") {
      if (sep3 === "\n")
        value += "\n";
      else
        sep3 = "\n";
    } else {
      value += sep3 + content;
      sep3 = " ";
      prevMoreIndented = false;
    }
  }
  switch (header.chomp) {
    case "-":
      break;
    case "+":
      for (let i = chompStart; i < lines.length; ++i)
        value += "\n" + lines[i][0].slice(trimIndent);
      if (value[value.length - 1] !== "\n")
        value += "\n";
      break;
    default:
      value += "\n";
  }
  const end = start + header.length + scalar.source.length;
  return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
  if (props[0].type !== "block-scalar-header") {
    onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
    return null;
  }
  const { source } = props[0];
  const mode = source[0];
  let indent = 0;
  let chomp = "";
  let error = -1;
  for (let i = 1; i < source.length; ++i) {
    const ch = source[i];
    if (!chomp && (ch === "-" || ch === "+"))
      chomp = ch;
    else {
      const n = Number(ch);
      if (!indent && n)
        indent = n;
      else if (error === -1)
        error = offset + i;
    }
  }
  if (error !== -1)
    onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
  let hasSpace = false;
  let comment = "";
  let length = source.length;
  for (let i = 1; i < props.length; ++i) {
    const token = props[i];
    switch (token.type) {
      case "space":
        hasSpace = true;
      // fallthrough
      case "newline":
        length += token.source.length;
        break;
      case "comment":
        if (strict && !hasSpace) {
          const message = "Comments must be separated from other tokens by white space characters";
          onError(token, "MISSING_CHAR", message);
        }
        length += token.source.length;
        comment = token.source.substring(1);
        break;
      case "error":
        onError(token, "UNEXPECTED_TOKEN", token.message);
        length += token.source.length;
        break;
      /* istanbul ignore next should not happen */
      default: {
        const message = `Unexpected token in block scalar header: ${token.type}`;
        onError(token, "UNEXPECTED_TOKEN", message);
        const ts = token.source;
        if (ts && typeof ts === "string")
          length += ts.length;
      }
    }
  }
  return { mode, indent, chomp, comment, length };
}
function splitLines(source) {
  const split = source.split(/\n( *)/);
  const first = split[0];
  const m = first.match(/^( *)/);
  const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
  const lines = [line0];
  for (let i = 1; i < split.length; i += 2)
    lines.push([split[i], split[i + 1]]);
  return lines;
}
var init_resolve_block_scalar = __esm({
  "node_modules/yaml/browser/dist/compose/resolve-block-scalar.js"() {
    init_Scalar();
  }
});

// node_modules/yaml/browser/dist/compose/resolve-flow-scalar.js
function resolveFlowScalar(scalar, strict, onError) {
  const { offset, type, source, end } = scalar;
  let _type;
  let value;
  const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
  switch (type) {
    case "scalar":
      _type = Scalar.PLAIN;
      value = plainValue(source, _onError);
      break;
    case "single-quoted-scalar":
      _type = Scalar.QUOTE_SINGLE;
      value = singleQuotedValue(source, _onError);
      break;
    case "double-quoted-scalar":
      _type = Scalar.QUOTE_DOUBLE;
      value = doubleQuotedValue(source, _onError);
      break;
    /* istanbul ignore next should not happen */
    default:
      onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
      return {
        value: "",
        type: null,
        comment: "",
        range: [offset, offset + source.length, offset + source.length]
      };
  }
  const valueEnd = offset + source.length;
  const re = resolveEnd(end, valueEnd, strict, onError);
  return {
    value,
    type: _type,
    comment: re.comment,
    range: [offset, valueEnd, re.offset]
  };
}
function plainValue(source, onError) {
  let badChar = "";
  switch (source[0]) {
    /* istanbul ignore next should not happen */
    case "	":
      badChar = "a tab character";
      break;
    case ",":
      badChar = "flow indicator character ,";
      break;
    case "%":
      badChar = "directive indicator character %";
      break;
    case "|":
    case ">": {
      badChar = `block scalar indicator ${source[0]}`;
      break;
    }
    case "@":
    case "`": {
      badChar = `reserved character ${source[0]}`;
      break;
    }
  }
  if (badChar)
    onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
  return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
  if (source[source.length - 1] !== "'" || source.length === 1)
    onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
  return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
  const line = /(.*?)\r?\n/sy;
  let match = line.exec(source);
  if (!match)
    return source;
  let trimEnd, trimBoth;
  try {
    trimEnd = new RegExp("(?<![ 	])[ 	]+$");
    trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
  } catch {
    trimEnd = /[ \t]+$/;
    trimBoth = /^[ \t]+|[ \t]+$/g;
  }
  let res = match[1].replace(trimEnd, "");
  let sep3 = " ";
  let pos = line.lastIndex;
  while (match = line.exec(source)) {
    const lm = match[1].replace(trimBoth, "");
    if (lm === "") {
      if (sep3 === "\n")
        res += sep3;
      else
        sep3 = "\n";
    } else {
      res += sep3 + lm;
      sep3 = " ";
    }
    pos = line.lastIndex;
  }
  const last = /[ \t]*(.*)/sy;
  last.lastIndex = pos;
  match = last.exec(source);
  return res + sep3 + (match?.[1] ?? "");
}
function doubleQuotedValue(source, onError) {
  let res = "";
  for (let i = 1; i < source.length - 1; ++i) {
    const ch = source[i];
    if (ch === "\r" && source[i + 1] === "\n")
      continue;
    if (ch === "\n") {
      const { fold, offset } = foldNewline(source, i);
      res += fold;
      i = offset;
    } else if (ch === "\\") {
      let next = source[++i];
      const cc = escapeCodes[next];
      if (cc)
        res += cc;
      else if (next === "\n") {
        next = source[i + 1];
        while (next === " " || next === "	")
          next = source[++i + 1];
      } else if (next === "\r" && source[i + 1] === "\n") {
        next = source[++i + 1];
        while (next === " " || next === "	")
          next = source[++i + 1];
      } else if (next === "x" || next === "u" || next === "U") {
        const length = next === "x" ? 2 : next === "u" ? 4 : 8;
        res += parseCharCode(source, i + 1, length, onError);
        i += length;
      } else {
        const raw = source.substr(i - 1, 2);
        onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        res += raw;
      }
    } else if (ch === " " || ch === "	") {
      const wsStart = i;
      let next = source[i + 1];
      while (next === " " || next === "	")
        next = source[++i + 1];
      if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
        res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
    } else {
      res += ch;
    }
  }
  if (source[source.length - 1] !== '"' || source.length === 1)
    onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
  return res;
}
function foldNewline(source, offset) {
  let fold = "";
  let ch = source[offset + 1];
  while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
    if (ch === "\r" && source[offset + 2] !== "\n")
      break;
    if (ch === "\n")
      fold += "\n";
    offset += 1;
    ch = source[offset + 1];
  }
  if (!fold)
    fold = " ";
  return { fold, offset };
}
function parseCharCode(source, offset, length, onError) {
  const cc = source.substr(offset, length);
  const ok2 = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
  const code = ok2 ? parseInt(cc, 16) : NaN;
  try {
    return String.fromCodePoint(code);
  } catch {
    const raw = source.substr(offset - 2, length + 2);
    onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
    return raw;
  }
}
var escapeCodes;
var init_resolve_flow_scalar = __esm({
  "node_modules/yaml/browser/dist/compose/resolve-flow-scalar.js"() {
    init_Scalar();
    init_resolve_end();
    escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "",
      // Unicode next line
      _: " ",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
  }
});

// node_modules/yaml/browser/dist/compose/compose-scalar.js
function composeScalar(ctx, token, tagToken, onError) {
  const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar(ctx, token, onError) : resolveFlowScalar(token, ctx.options.strict, onError);
  const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
  let tag;
  if (ctx.options.stringKeys && ctx.atKey) {
    tag = ctx.schema[SCALAR];
  } else if (tagName)
    tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
  else if (token.type === "scalar")
    tag = findScalarTagByTest(ctx, value, token, onError);
  else
    tag = ctx.schema[SCALAR];
  let scalar;
  try {
    const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
    scalar = isScalar(res) ? res : new Scalar(res);
  } catch (error) {
    const msg = error instanceof Error ? error.message : String(error);
    onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
    scalar = new Scalar(value);
  }
  scalar.range = range;
  scalar.source = value;
  if (type)
    scalar.type = type;
  if (tagName)
    scalar.tag = tagName;
  if (tag.format)
    scalar.format = tag.format;
  if (comment)
    scalar.comment = comment;
  return scalar;
}
function findScalarTagByName(schema4, value, tagName, tagToken, onError) {
  if (tagName === "!")
    return schema4[SCALAR];
  const matchWithTest = [];
  for (const tag of schema4.tags) {
    if (!tag.collection && tag.tag === tagName) {
      if (tag.default && tag.test)
        matchWithTest.push(tag);
      else
        return tag;
    }
  }
  for (const tag of matchWithTest)
    if (tag.test?.test(value))
      return tag;
  const kt = schema4.knownTags[tagName];
  if (kt && !kt.collection) {
    schema4.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
    return kt;
  }
  onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
  return schema4[SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema: schema4 }, value, token, onError) {
  const tag = schema4.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema4[SCALAR];
  if (schema4.compat) {
    const compat = schema4.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema4[SCALAR];
    if (tag.tag !== compat.tag) {
      const ts = directives.tagString(tag.tag);
      const cs = directives.tagString(compat.tag);
      const msg = `Value may be parsed as either ${ts} or ${cs}`;
      onError(token, "TAG_RESOLVE_FAILED", msg, true);
    }
  }
  return tag;
}
var init_compose_scalar = __esm({
  "node_modules/yaml/browser/dist/compose/compose-scalar.js"() {
    init_identity();
    init_Scalar();
    init_resolve_block_scalar();
    init_resolve_flow_scalar();
  }
});

// node_modules/yaml/browser/dist/compose/util-empty-scalar-position.js
function emptyScalarPosition(offset, before, pos) {
  if (before) {
    pos ?? (pos = before.length);
    for (let i = pos - 1; i >= 0; --i) {
      let st = before[i];
      switch (st.type) {
        case "space":
        case "comment":
        case "newline":
          offset -= st.source.length;
          continue;
      }
      st = before[++i];
      while (st?.type === "space") {
        offset += st.source.length;
        st = before[++i];
      }
      break;
    }
  }
  return offset;
}
var init_util_empty_scalar_position = __esm({
  "node_modules/yaml/browser/dist/compose/util-empty-scalar-position.js"() {
  }
});

// node_modules/yaml/browser/dist/compose/compose-node.js
function composeNode(ctx, token, props, onError) {
  const atKey = ctx.atKey;
  const { spaceBefore, comment, anchor, tag } = props;
  let node;
  let isSrcToken = true;
  switch (token.type) {
    case "alias":
      node = composeAlias(ctx, token, onError);
      if (anchor || tag)
        onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
      break;
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
    case "block-scalar":
      node = composeScalar(ctx, token, tag, onError);
      if (anchor)
        node.anchor = anchor.source.substring(1);
      break;
    case "block-map":
    case "block-seq":
    case "flow-collection":
      try {
        node = composeCollection(CN, ctx, token, props, onError);
        if (anchor)
          node.anchor = anchor.source.substring(1);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        onError(token, "RESOURCE_EXHAUSTION", message);
      }
      break;
    default: {
      const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
      onError(token, "UNEXPECTED_TOKEN", message);
      isSrcToken = false;
    }
  }
  node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
  if (anchor && node.anchor === "")
    onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
  if (atKey && ctx.options.stringKeys && (!isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
    const msg = "With stringKeys, all keys must be strings";
    onError(tag ?? token, "NON_STRING_KEY", msg);
  }
  if (spaceBefore)
    node.spaceBefore = true;
  if (comment) {
    if (token.type === "scalar" && token.source === "")
      node.comment = comment;
    else
      node.commentBefore = comment;
  }
  if (ctx.options.keepSourceTokens && isSrcToken)
    node.srcToken = token;
  return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
  const token = {
    type: "scalar",
    offset: emptyScalarPosition(offset, before, pos),
    indent: -1,
    source: ""
  };
  const node = composeScalar(ctx, token, tag, onError);
  if (anchor) {
    node.anchor = anchor.source.substring(1);
    if (node.anchor === "")
      onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
  }
  if (spaceBefore)
    node.spaceBefore = true;
  if (comment) {
    node.comment = comment;
    node.range[2] = end;
  }
  return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
  const alias = new Alias(source.substring(1));
  if (alias.source === "")
    onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
  if (alias.source.endsWith(":"))
    onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
  const valueEnd = offset + source.length;
  const re = resolveEnd(end, valueEnd, options.strict, onError);
  alias.range = [offset, valueEnd, re.offset];
  if (re.comment)
    alias.comment = re.comment;
  return alias;
}
var CN;
var init_compose_node = __esm({
  "node_modules/yaml/browser/dist/compose/compose-node.js"() {
    init_Alias();
    init_identity();
    init_compose_collection();
    init_compose_scalar();
    init_resolve_end();
    init_util_empty_scalar_position();
    CN = { composeNode, composeEmptyNode };
  }
});

// node_modules/yaml/browser/dist/compose/compose-doc.js
function composeDoc(options, directives, { offset, start, value, end }, onError) {
  const opts = Object.assign({ _directives: directives }, options);
  const doc = new Document(void 0, opts);
  const ctx = {
    atKey: false,
    atRoot: true,
    directives: doc.directives,
    options: doc.options,
    schema: doc.schema
  };
  const props = resolveProps(start, {
    indicator: "doc-start",
    next: value ?? end?.[0],
    offset,
    onError,
    parentIndent: 0,
    startOnNewline: true
  });
  if (props.found) {
    doc.directives.docStart = true;
    if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
      onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
  }
  doc.contents = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
  const contentEnd = doc.contents.range[2];
  const re = resolveEnd(end, contentEnd, false, onError);
  if (re.comment)
    doc.comment = re.comment;
  doc.range = [offset, contentEnd, re.offset];
  return doc;
}
var init_compose_doc = __esm({
  "node_modules/yaml/browser/dist/compose/compose-doc.js"() {
    init_Document();
    init_compose_node();
    init_resolve_end();
    init_resolve_props();
  }
});

// node_modules/yaml/browser/dist/compose/composer.js
function getErrorPos(src) {
  if (typeof src === "number")
    return [src, src + 1];
  if (Array.isArray(src))
    return src.length === 2 ? src : [src[0], src[1]];
  const { offset, source } = src;
  return [offset, offset + (typeof source === "string" ? source.length : 1)];
}
function parsePrelude(prelude) {
  let comment = "";
  let atComment = false;
  let afterEmptyLine = false;
  for (let i = 0; i < prelude.length; ++i) {
    const source = prelude[i];
    switch (source[0]) {
      case "#":
        comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
        atComment = true;
        afterEmptyLine = false;
        break;
      case "%":
        if (prelude[i + 1]?.[0] !== "#")
          i += 1;
        atComment = false;
        break;
      default:
        if (!atComment)
          afterEmptyLine = true;
        atComment = false;
    }
  }
  return { comment, afterEmptyLine };
}
var Composer;
var init_composer = __esm({
  "node_modules/yaml/browser/dist/compose/composer.js"() {
    init_directives();
    init_Document();
    init_errors();
    init_identity();
    init_compose_doc();
    init_resolve_end();
    Composer = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new YAMLWarning(pos, code, message));
          else
            this.errors.push(new YAMLParseError(pos, code, message));
        };
        this.directives = new Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
          yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token) {
        switch (token.type) {
          case "directive":
            this.directives.add(token.source, (offset, message, warning) => {
              const pos = getErrorPos(token);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message, warning);
            });
            this.prelude.push(token.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc(this.options, this.directives, token, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token.source);
            break;
          case "error": {
            const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
            const error = new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
  }
});

// node_modules/yaml/browser/dist/parse/cst-scalar.js
function resolveAsScalar(token, strict = true, onError) {
  if (token) {
    const _onError = (pos, code, message) => {
      const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
      if (onError)
        onError(offset, code, message);
      else
        throw new YAMLParseError([offset, offset + 1], code, message);
    };
    switch (token.type) {
      case "scalar":
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        return resolveFlowScalar(token, strict, _onError);
      case "block-scalar":
        return resolveBlockScalar({ options: { strict } }, token, _onError);
    }
  }
  return null;
}
function createScalarToken(value, context) {
  const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
  const source = stringifyString({ type, value }, {
    implicitKey,
    indent: indent > 0 ? " ".repeat(indent) : "",
    inFlow,
    options: { blockQuote: true, lineWidth: -1 }
  });
  const end = context.end ?? [
    { type: "newline", offset: -1, indent, source: "\n" }
  ];
  switch (source[0]) {
    case "|":
    case ">": {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      const props = [
        { type: "block-scalar-header", offset, indent, source: head }
      ];
      if (!addEndtoBlockProps(props, end))
        props.push({ type: "newline", offset: -1, indent, source: "\n" });
      return { type: "block-scalar", offset, indent, props, source: body };
    }
    case '"':
      return { type: "double-quoted-scalar", offset, indent, source, end };
    case "'":
      return { type: "single-quoted-scalar", offset, indent, source, end };
    default:
      return { type: "scalar", offset, indent, source, end };
  }
}
function setScalarValue(token, value, context = {}) {
  let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
  let indent = "indent" in token ? token.indent : null;
  if (afterKey && typeof indent === "number")
    indent += 2;
  if (!type)
    switch (token.type) {
      case "single-quoted-scalar":
        type = "QUOTE_SINGLE";
        break;
      case "double-quoted-scalar":
        type = "QUOTE_DOUBLE";
        break;
      case "block-scalar": {
        const header = token.props[0];
        if (header.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
        break;
      }
      default:
        type = "PLAIN";
    }
  const source = stringifyString({ type, value }, {
    implicitKey: implicitKey || indent === null,
    indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
    inFlow,
    options: { blockQuote: true, lineWidth: -1 }
  });
  switch (source[0]) {
    case "|":
    case ">":
      setBlockScalarValue(token, source);
      break;
    case '"':
      setFlowScalarValue(token, source, "double-quoted-scalar");
      break;
    case "'":
      setFlowScalarValue(token, source, "single-quoted-scalar");
      break;
    default:
      setFlowScalarValue(token, source, "scalar");
  }
}
function setBlockScalarValue(token, source) {
  const he = source.indexOf("\n");
  const head = source.substring(0, he);
  const body = source.substring(he + 1) + "\n";
  if (token.type === "block-scalar") {
    const header = token.props[0];
    if (header.type !== "block-scalar-header")
      throw new Error("Invalid block scalar header");
    header.source = head;
    token.source = body;
  } else {
    const { offset } = token;
    const indent = "indent" in token ? token.indent : -1;
    const props = [
      { type: "block-scalar-header", offset, indent, source: head }
    ];
    if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0))
      props.push({ type: "newline", offset: -1, indent, source: "\n" });
    for (const key of Object.keys(token))
      if (key !== "type" && key !== "offset")
        delete token[key];
    Object.assign(token, { type: "block-scalar", indent, props, source: body });
  }
}
function addEndtoBlockProps(props, end) {
  if (end)
    for (const st of end)
      switch (st.type) {
        case "space":
        case "comment":
          props.push(st);
          break;
        case "newline":
          props.push(st);
          return true;
      }
  return false;
}
function setFlowScalarValue(token, source, type) {
  switch (token.type) {
    case "scalar":
    case "double-quoted-scalar":
    case "single-quoted-scalar":
      token.type = type;
      token.source = source;
      break;
    case "block-scalar": {
      const end = token.props.slice(1);
      let oa = source.length;
      if (token.props[0].type === "block-scalar-header")
        oa -= token.props[0].source.length;
      for (const tok of end)
        tok.offset += oa;
      delete token.props;
      Object.assign(token, { type, source, end });
      break;
    }
    case "block-map":
    case "block-seq": {
      const offset = token.offset + source.length;
      const nl = { type: "newline", offset, indent: token.indent, source: "\n" };
      delete token.items;
      Object.assign(token, { type, source, end: [nl] });
      break;
    }
    default: {
      const indent = "indent" in token ? token.indent : -1;
      const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
      for (const key of Object.keys(token))
        if (key !== "type" && key !== "offset")
          delete token[key];
      Object.assign(token, { type, indent, source, end });
    }
  }
}
var init_cst_scalar = __esm({
  "node_modules/yaml/browser/dist/parse/cst-scalar.js"() {
    init_resolve_block_scalar();
    init_resolve_flow_scalar();
    init_errors();
    init_stringifyString();
  }
});

// node_modules/yaml/browser/dist/parse/cst-stringify.js
function stringifyToken(token) {
  switch (token.type) {
    case "block-scalar": {
      let res = "";
      for (const tok of token.props)
        res += stringifyToken(tok);
      return res + token.source;
    }
    case "block-map":
    case "block-seq": {
      let res = "";
      for (const item of token.items)
        res += stringifyItem(item);
      return res;
    }
    case "flow-collection": {
      let res = token.start.source;
      for (const item of token.items)
        res += stringifyItem(item);
      for (const st of token.end)
        res += st.source;
      return res;
    }
    case "document": {
      let res = stringifyItem(token);
      if (token.end)
        for (const st of token.end)
          res += st.source;
      return res;
    }
    default: {
      let res = token.source;
      if ("end" in token && token.end)
        for (const st of token.end)
          res += st.source;
      return res;
    }
  }
}
function stringifyItem({ start, key, sep: sep3, value }) {
  let res = "";
  for (const st of start)
    res += st.source;
  if (key)
    res += stringifyToken(key);
  if (sep3)
    for (const st of sep3)
      res += st.source;
  if (value)
    res += stringifyToken(value);
  return res;
}
var stringify2;
var init_cst_stringify = __esm({
  "node_modules/yaml/browser/dist/parse/cst-stringify.js"() {
    stringify2 = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
  }
});

// node_modules/yaml/browser/dist/parse/cst-visit.js
function visit2(cst, visitor) {
  if ("type" in cst && cst.type === "document")
    cst = { start: cst.start, value: cst.value };
  _visit(Object.freeze([]), cst, visitor);
}
function _visit(path7, item, visitor) {
  let ctrl = visitor(item, path7);
  if (typeof ctrl === "symbol")
    return ctrl;
  for (const field of ["key", "value"]) {
    const token = item[field];
    if (token && "items" in token) {
      for (let i = 0; i < token.items.length; ++i) {
        const ci = _visit(Object.freeze(path7.concat([[field, i]])), token.items[i], visitor);
        if (typeof ci === "number")
          i = ci - 1;
        else if (ci === BREAK2)
          return BREAK2;
        else if (ci === REMOVE2) {
          token.items.splice(i, 1);
          i -= 1;
        }
      }
      if (typeof ctrl === "function" && field === "key")
        ctrl = ctrl(item, path7);
    }
  }
  return typeof ctrl === "function" ? ctrl(item, path7) : ctrl;
}
var BREAK2, SKIP2, REMOVE2;
var init_cst_visit = __esm({
  "node_modules/yaml/browser/dist/parse/cst-visit.js"() {
    BREAK2 = /* @__PURE__ */ Symbol("break visit");
    SKIP2 = /* @__PURE__ */ Symbol("skip children");
    REMOVE2 = /* @__PURE__ */ Symbol("remove item");
    visit2.BREAK = BREAK2;
    visit2.SKIP = SKIP2;
    visit2.REMOVE = REMOVE2;
    visit2.itemAtPath = (cst, path7) => {
      let item = cst;
      for (const [field, index] of path7) {
        const tok = item?.[field];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit2.parentCollection = (cst, path7) => {
      const parent = visit2.itemAtPath(cst, path7.slice(0, -1));
      const field = path7[path7.length - 1][0];
      const coll = parent?.[field];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
  }
});

// node_modules/yaml/browser/dist/parse/cst.js
var cst_exports = {};
__export(cst_exports, {
  BOM: () => BOM,
  DOCUMENT: () => DOCUMENT,
  FLOW_END: () => FLOW_END,
  SCALAR: () => SCALAR2,
  createScalarToken: () => createScalarToken,
  isCollection: () => isCollection2,
  isScalar: () => isScalar2,
  prettyToken: () => prettyToken,
  resolveAsScalar: () => resolveAsScalar,
  setScalarValue: () => setScalarValue,
  stringify: () => stringify2,
  tokenType: () => tokenType,
  visit: () => visit2
});
function prettyToken(token) {
  switch (token) {
    case BOM:
      return "<BOM>";
    case DOCUMENT:
      return "<DOC>";
    case FLOW_END:
      return "<FLOW_END>";
    case SCALAR2:
      return "<SCALAR>";
    default:
      return JSON.stringify(token);
  }
}
function tokenType(source) {
  switch (source) {
    case BOM:
      return "byte-order-mark";
    case DOCUMENT:
      return "doc-mode";
    case FLOW_END:
      return "flow-error-end";
    case SCALAR2:
      return "scalar";
    case "---":
      return "doc-start";
    case "...":
      return "doc-end";
    case "":
    case "\n":
    case "\r\n":
      return "newline";
    case "-":
      return "seq-item-ind";
    case "?":
      return "explicit-key-ind";
    case ":":
      return "map-value-ind";
    case "{":
      return "flow-map-start";
    case "}":
      return "flow-map-end";
    case "[":
      return "flow-seq-start";
    case "]":
      return "flow-seq-end";
    case ",":
      return "comma";
  }
  switch (source[0]) {
    case " ":
    case "	":
      return "space";
    case "#":
      return "comment";
    case "%":
      return "directive-line";
    case "*":
      return "alias";
    case "&":
      return "anchor";
    case "!":
      return "tag";
    case "'":
      return "single-quoted-scalar";
    case '"':
      return "double-quoted-scalar";
    case "|":
    case ">":
      return "block-scalar-header";
  }
  return null;
}
var BOM, DOCUMENT, FLOW_END, SCALAR2, isCollection2, isScalar2;
var init_cst = __esm({
  "node_modules/yaml/browser/dist/parse/cst.js"() {
    init_cst_scalar();
    init_cst_stringify();
    init_cst_visit();
    BOM = "\uFEFF";
    DOCUMENT = "";
    FLOW_END = "";
    SCALAR2 = "";
    isCollection2 = (token) => !!token && "items" in token;
    isScalar2 = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
  }
});

// node_modules/yaml/browser/dist/parse/lexer.js
function isEmpty(ch) {
  switch (ch) {
    case void 0:
    case " ":
    case "\n":
    case "\r":
    case "	":
      return true;
    default:
      return false;
  }
}
var hexDigits, tagChars, flowIndicatorChars, invalidAnchorChars, isNotAnchorChar, Lexer;
var init_lexer = __esm({
  "node_modules/yaml/browser/dist/parse/lexer.js"() {
    init_cst();
    hexDigits = new Set("0123456789ABCDEFabcdef");
    tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    flowIndicatorChars = new Set(",[]{}");
    invalidAnchorChars = new Set(" ,[]{}\n\r	");
    isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    Lexer = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield SCALAR2;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield SCALAR2;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
  }
});

// node_modules/yaml/browser/dist/parse/line-counter.js
var LineCounter;
var init_line_counter = __esm({
  "node_modules/yaml/browser/dist/parse/line-counter.js"() {
    LineCounter = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
  }
});

// node_modules/yaml/browser/dist/parse/parser.js
function includesToken(list, type) {
  for (let i = 0; i < list.length; ++i)
    if (list[i].type === type)
      return true;
  return false;
}
function findNonEmptyIndex(list) {
  for (let i = 0; i < list.length; ++i) {
    switch (list[i].type) {
      case "space":
      case "comment":
      case "newline":
        break;
      default:
        return i;
    }
  }
  return -1;
}
function isFlowToken(token) {
  switch (token?.type) {
    case "alias":
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
    case "flow-collection":
      return true;
    default:
      return false;
  }
}
function getPrevProps(parent) {
  switch (parent.type) {
    case "document":
      return parent.start;
    case "block-map": {
      const it = parent.items[parent.items.length - 1];
      return it.sep ?? it.start;
    }
    case "block-seq":
      return parent.items[parent.items.length - 1].start;
    /* istanbul ignore next should not happen */
    default:
      return [];
  }
}
function getFirstKeyStartProps(prev) {
  if (prev.length === 0)
    return [];
  let i = prev.length;
  loop: while (--i >= 0) {
    switch (prev[i].type) {
      case "doc-start":
      case "explicit-key-ind":
      case "map-value-ind":
      case "seq-item-ind":
      case "newline":
        break loop;
    }
  }
  while (prev[++i]?.type === "space") {
  }
  return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
  if (source.length < 1e5)
    Array.prototype.push.apply(target, source);
  else
    for (let i = 0; i < source.length; ++i)
      target.push(source[i]);
}
function fixFlowSeqItems(fc) {
  if (fc.start.type === "flow-seq-start") {
    for (const it of fc.items) {
      if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
        if (it.key)
          it.value = it.key;
        delete it.key;
        if (isFlowToken(it.value)) {
          if (it.value.end)
            arrayPushArray(it.value.end, it.sep);
          else
            it.value.end = it.sep;
        } else
          arrayPushArray(it.start, it.sep);
        delete it.sep;
      }
    }
  }
}
var Parser;
var init_parser = __esm({
  "node_modules/yaml/browser/dist/parse/parser.js"() {
    init_cst();
    init_lexer();
    Parser = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = tokenType(source);
        if (!type) {
          const message = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token = error ?? this.stack.pop();
        if (!token) {
          const message = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message };
        } else if (this.stack.length === 0) {
          yield token;
        } else {
          const top = this.peek(1);
          if (token.type === "block-scalar") {
            token.indent = "indent" in top ? top.indent : 0;
          } else if (token.type === "flow-collection" && top.type === "document") {
            token.indent = 0;
          }
          if (token.type === "flow-collection")
            fixFlowSeqItems(token);
          switch (top.type) {
            case "document":
              top.value = token;
              break;
            case "block-scalar":
              top.props.push(token);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token;
              } else {
                Object.assign(it, { key: token, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token });
              else
                it.value = token;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token, sep: [] });
              else if (it.sep)
                it.value = token;
              else
                Object.assign(it, { key: token, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
            const last = token.items[token.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep3;
          if (scalar.end) {
            sep3 = scalar.end;
            sep3.push(this.sourceToken);
            delete scalar.end;
          } else
            sep3 = [this.sourceToken];
          const map2 = {
            type: "block-map",
            offset: scalar.offset,
            indent: scalar.indent,
            items: [{ start, key: scalar, sep: sep3 }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map2;
        } else
          yield* this.lineEnd(scalar);
      }
      *blockScalar(scalar) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map2) {
        const it = map2.items[map2.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map2.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map2.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map2.indent)) {
                const prev = map2.items[map2.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map2.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map2.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map2.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map2.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map2.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map2.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map2.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key = it.key;
                  const sep3 = it.sep;
                  sep3.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key, sep: sep3 }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map2.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs3 = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map2.items.push({ start, key: fs3, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs3);
              } else {
                Object.assign(it, { key: fs3, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map2);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map2.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq2) {
        const it = seq2.items[seq2.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq2.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq2.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq2.indent)) {
                const prev = seq2.items[seq2.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq2.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq2.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq2.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq2.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq2.indent) {
          const bv = this.startBlockValue(seq2);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs3 = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs3, sep: [] });
              else if (it.sep)
                this.stack.push(fs3);
              else
                Object.assign(it, { key: fs3, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep3 = fc.end.splice(1, fc.end.length);
            sep3.push(this.sourceToken);
            const map2 = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep: sep3 }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map2;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token.end)
              token.end.push(this.sourceToken);
            else
              token.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
  }
});

// node_modules/yaml/browser/dist/public-api.js
function parseOptions(options) {
  const prettyErrors = options.prettyErrors !== false;
  const lineCounter = options.lineCounter || prettyErrors && new LineCounter() || null;
  return { lineCounter, prettyErrors };
}
function parseAllDocuments(source, options = {}) {
  const { lineCounter, prettyErrors } = parseOptions(options);
  const parser = new Parser(lineCounter?.addNewLine);
  const composer = new Composer(options);
  const docs = Array.from(composer.compose(parser.parse(source)));
  if (prettyErrors && lineCounter)
    for (const doc of docs) {
      doc.errors.forEach(prettifyError(source, lineCounter));
      doc.warnings.forEach(prettifyError(source, lineCounter));
    }
  if (docs.length > 0)
    return docs;
  return Object.assign([], { empty: true }, composer.streamInfo());
}
function parseDocument(source, options = {}) {
  const { lineCounter, prettyErrors } = parseOptions(options);
  const parser = new Parser(lineCounter?.addNewLine);
  const composer = new Composer(options);
  let doc = null;
  for (const _doc of composer.compose(parser.parse(source), true, source.length)) {
    if (!doc)
      doc = _doc;
    else if (doc.options.logLevel !== "silent") {
      doc.errors.push(new YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
      break;
    }
  }
  if (prettyErrors && lineCounter) {
    doc.errors.forEach(prettifyError(source, lineCounter));
    doc.warnings.forEach(prettifyError(source, lineCounter));
  }
  return doc;
}
function parse(src, reviver, options) {
  let _reviver = void 0;
  if (typeof reviver === "function") {
    _reviver = reviver;
  } else if (options === void 0 && reviver && typeof reviver === "object") {
    options = reviver;
  }
  const doc = parseDocument(src, options);
  if (!doc)
    return null;
  doc.warnings.forEach((warning) => warn(doc.options.logLevel, warning));
  if (doc.errors.length > 0) {
    if (doc.options.logLevel !== "silent")
      throw doc.errors[0];
    else
      doc.errors = [];
  }
  return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify3(value, replacer, options) {
  let _replacer = null;
  if (typeof replacer === "function" || Array.isArray(replacer)) {
    _replacer = replacer;
  } else if (options === void 0 && replacer) {
    options = replacer;
  }
  if (typeof options === "string")
    options = options.length;
  if (typeof options === "number") {
    const indent = Math.round(options);
    options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
  }
  if (value === void 0) {
    const { keepUndefined } = options ?? replacer ?? {};
    if (!keepUndefined)
      return void 0;
  }
  if (isDocument(value) && !_replacer)
    return value.toString(options);
  return new Document(value, _replacer, options).toString(options);
}
var init_public_api = __esm({
  "node_modules/yaml/browser/dist/public-api.js"() {
    init_composer();
    init_Document();
    init_errors();
    init_log();
    init_identity();
    init_line_counter();
    init_parser();
  }
});

// node_modules/yaml/browser/dist/index.js
var dist_exports = {};
__export(dist_exports, {
  Alias: () => Alias,
  CST: () => cst_exports,
  Composer: () => Composer,
  Document: () => Document,
  Lexer: () => Lexer,
  LineCounter: () => LineCounter,
  Pair: () => Pair,
  Parser: () => Parser,
  Scalar: () => Scalar,
  Schema: () => Schema,
  YAMLError: () => YAMLError,
  YAMLMap: () => YAMLMap,
  YAMLParseError: () => YAMLParseError,
  YAMLSeq: () => YAMLSeq,
  YAMLWarning: () => YAMLWarning,
  isAlias: () => isAlias,
  isCollection: () => isCollection,
  isDocument: () => isDocument,
  isMap: () => isMap,
  isNode: () => isNode,
  isPair: () => isPair,
  isScalar: () => isScalar,
  isSeq: () => isSeq,
  parse: () => parse,
  parseAllDocuments: () => parseAllDocuments,
  parseDocument: () => parseDocument,
  stringify: () => stringify3,
  visit: () => visit,
  visitAsync: () => visitAsync
});
var init_dist = __esm({
  "node_modules/yaml/browser/dist/index.js"() {
    init_composer();
    init_Document();
    init_Schema();
    init_errors();
    init_Alias();
    init_identity();
    init_Pair();
    init_Scalar();
    init_YAMLMap();
    init_YAMLSeq();
    init_cst();
    init_lexer();
    init_line_counter();
    init_parser();
    init_public_api();
    init_visit();
  }
});

// node_modules/yaml/browser/index.js
var browser_exports = {};
__export(browser_exports, {
  Alias: () => Alias,
  CST: () => cst_exports,
  Composer: () => Composer,
  Document: () => Document,
  Lexer: () => Lexer,
  LineCounter: () => LineCounter,
  Pair: () => Pair,
  Parser: () => Parser,
  Scalar: () => Scalar,
  Schema: () => Schema,
  YAMLError: () => YAMLError,
  YAMLMap: () => YAMLMap,
  YAMLParseError: () => YAMLParseError,
  YAMLSeq: () => YAMLSeq,
  YAMLWarning: () => YAMLWarning,
  default: () => browser_default,
  isAlias: () => isAlias,
  isCollection: () => isCollection,
  isDocument: () => isDocument,
  isMap: () => isMap,
  isNode: () => isNode,
  isPair: () => isPair,
  isScalar: () => isScalar,
  isSeq: () => isSeq,
  parse: () => parse,
  parseAllDocuments: () => parseAllDocuments,
  parseDocument: () => parseDocument,
  stringify: () => stringify3,
  visit: () => visit,
  visitAsync: () => visitAsync
});
var browser_default;
var init_browser = __esm({
  "node_modules/yaml/browser/index.js"() {
    init_dist();
    init_dist();
    browser_default = dist_exports;
  }
});

// builtin:node:child_process
var require_node_child_process = __commonJS({
  "builtin:node:child_process"(exports, module) {
    module.exports = process.getBuiltinModule("node:child_process");
  }
});

// builtin:os
var require_os = __commonJS({
  "builtin:os"(exports, module) {
    module.exports = process.getBuiltinModule("os");
  }
});

// builtin:crypto
var require_crypto = __commonJS({
  "builtin:crypto"(exports, module) {
    module.exports = process.getBuiltinModule("crypto");
  }
});

// builtin:fs
var require_fs = __commonJS({
  "builtin:fs"(exports, module) {
    module.exports = process.getBuiltinModule("fs");
  }
});

// builtin:path
var require_path = __commonJS({
  "builtin:path"(exports, module) {
    module.exports = process.getBuiltinModule("path");
  }
});

// builtin:string_decoder
var require_string_decoder = __commonJS({
  "builtin:string_decoder"(exports, module) {
    module.exports = process.getBuiltinModule("string_decoder");
  }
});

// builtin:events
var require_events = __commonJS({
  "builtin:events"(exports, module) {
    module.exports = process.getBuiltinModule("events");
  }
});

// builtin:child_process
var require_child_process = __commonJS({
  "builtin:child_process"(exports, module) {
    module.exports = process.getBuiltinModule("child_process");
  }
});

// builtin:assert
var require_assert = __commonJS({
  "builtin:assert"(exports, module) {
    module.exports = process.getBuiltinModule("assert");
  }
});

// builtin:timers
var require_timers = __commonJS({
  "builtin:timers"(exports, module) {
    module.exports = process.getBuiltinModule("timers");
  }
});

// builtin:node:string_decoder
var require_node_string_decoder = __commonJS({
  "builtin:node:string_decoder"(exports, module) {
    module.exports = process.getBuiltinModule("node:string_decoder");
  }
});

// src/cancellation.ts
var import_node_os = __toESM(require_node_os(), 1);
var SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
var Cancelled = class extends Error {
  exitCode;
  constructor(signal) {
    super("The job was cancelled before codex-runner was started.");
    this.exitCode = 128 + import_node_os.constants.signals[signal];
  }
};
var Cancellation = class {
  first;
  reactions = /* @__PURE__ */ new Set();
  constructor(source) {
    for (const signal of SIGNALS) {
      source.on(signal, () => {
        this.first ??= signal;
        for (const react of this.reactions) react(signal);
      });
    }
  }
  /** From now on, for good. */
  onSignal(react) {
    this.reactions.add(react);
  }
  /** @throws Cancelled where a signal has come */
  requireNone() {
    if (this.first !== void 0) throw new Cancelled(this.first);
  }
  /** The task's result, unless a signal came or comes first. What was asked goes on, and the process ends without it. */
  async unless(task) {
    this.requireNone();
    const { promise: cancelled, reject } = Promise.withResolvers();
    const react = (signal) => {
      reject(new Cancelled(signal));
    };
    this.reactions.add(react);
    try {
      return await Promise.race([task(), cancelled]);
    } finally {
      this.reactions.delete(react);
    }
  }
};

// src/signals.ts
var cancellation = new Cancellation(process);

// src/main.ts
var import_node_events = __toESM(require_node_events(), 1);
var import_node_path16 = __toESM(require_node_path(), 1);
var import_promises17 = __toESM(require_promises(), 1);

// src/child-environment.ts
var WITHHELD = [
  /^INPUT_/,
  /^STATE_/,
  /^ACTIONS_/,
  /^GITHUB_(?:TOKEN|OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)$/,
  /^GH_TOKEN$/,
  /^NODE_OPTIONS$/,
  // They load flags, and with them code, into every JVM. scripts/codex-runner takes them away as well.
  /^(?:JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|_JAVA_OPTIONS)$/
];
function childEnvironment(env, added, removed = []) {
  const kept = Object.entries(env).filter(
    (entry) => entry[1] !== void 0 && !removed.includes(entry[0]) && !WITHHELD.some((pattern) => pattern.test(entry[0]))
  );
  return { ...Object.fromEntries(kept), ...added };
}
var PROXIES = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"];
function proxyVariables(proxy, noProxy) {
  const names2 = [...proxy === void 0 ? [] : PROXIES, ...noProxy === void 0 ? [] : ["NO_PROXY"]];
  return {
    removed: names2.flatMap((name2) => [name2, name2.toLowerCase()]),
    added: {
      ...proxy === void 0 ? {} : { HTTP_PROXY: proxy, HTTPS_PROXY: proxy },
      ...noProxy === void 0 ? {} : {
        NO_PROXY: noProxy.split(/[\s,]+/).filter(Boolean).join(",")
      }
    }
  };
}

// ../contract/exit-codes.json
var exit_codes_default = {
  schemaVersion: 1,
  description: "retryable: whether the same run, started again unchanged, may succeed. Where it says sometimes, verdict.retryable in report.json says it of the single failure.",
  exitCodes: [
    { exitCode: 0, kind: "success", retryable: "never", when: "codex ended with 0, the turn completed, and everything asked for is there" },
    { exitCode: 1, kind: "internal", retryable: "never", when: "a bug of the runner" },
    { exitCode: 2, kind: "config", retryable: "never", when: "usage or configuration; all problems are listed" },
    { exitCode: 3, kind: "secret_source", retryable: "sometimes", when: "Vault or another token source: unreachable, denied, sealed, not found, malformed" },
    { exitCode: 4, kind: "credential", retryable: "never", when: "token expired, revoked, malformed or of the wrong kind; the workspace says 401 or 403" },
    { exitCode: 5, kind: "connectivity", retryable: "sometimes", when: "TLS, CA, proxy, DNS, connection refused" },
    { exitCode: 6, kind: "codex_start", retryable: "sometimes", when: "codex missing, of the wrong version or digest, not in a trusted directory; sandbox or required MCP server unavailable; policy bundle refused" },
    { exitCode: 7, kind: "turn_failed", retryable: "sometimes", when: "model or service failure: 5xx, 400, context window, stream lost after retries" },
    { exitCode: 8, kind: "limited", retryable: "sometimes", when: "usage limit, quota, rate limit, capacity" },
    { exitCode: 9, kind: "no_verdict", retryable: "sometimes", when: "the stream ended without a terminal event" },
    { exitCode: 10, kind: "output_invalid", retryable: "sometimes", when: "the final output fails its schema, or a required output is missing" },
    { exitCode: 11, kind: "timeout", retryable: "sometimes", when: "overall or idle" },
    { exitCode: 12, kind: "policy", retryable: "never", when: "a budget is exceeded, or a changed file, a trigger, a setting or a managed policy is refused" },
    { exitCode: 13, kind: "rotation_due", retryable: "never", when: "token close to or past its expiry or age" },
    { exitCode: 14, kind: "rotation_conflict", retryable: "never", when: "check-and-set lost, or a step out of order" },
    { exitCode: 15, kind: "report_io", retryable: "never", when: "the run ended, but its record could not be written" },
    { exitCode: 16, kind: "findings", retryable: "never", when: "receipt verify, reconcile: something was found" },
    { exitCode: 128, kind: "cancelled", retryable: "sometimes", when: "128 plus n: signal n to the runner" }
  ]
};

// src/exit-codes.ts
var kinds = new Map(exit_codes_default.exitCodes.map(({ exitCode: exitCode2, kind }) => [exitCode2, kind]));
var CANCELLED = 128;
function kindOf(exitCode2) {
  const known = exitCode2 > CANCELLED ? CANCELLED : exitCode2;
  return kinds.get(known) ?? "internal";
}
function exitCodeOf(kind) {
  const found = exit_codes_default.exitCodes.find((entry) => entry.kind === kind);
  if (found === void 0) throw new Error(`exit-codes.json has no kind ${kind}`);
  return found.exitCode;
}

// src/failure-texts.ts
var failures = {
  "inputs-refused": {
    kind: "config",
    what: "The action's inputs can't be used:\n{0}",
    why: "Nothing was started, and no token was asked for.",
    fix: "Correct them in the workflow; github-action/README.md lists every input."
  },
  "platform-unsupported": {
    kind: "config",
    what: "This runner is {0}.",
    why: "codex-runner supervises its processes by way of /proc, which only Linux has.",
    fix: "Run the job on a Linux runner."
  },
  "folder-unusable": {
    kind: "config",
    what: "{0} can not be used: {1}.",
    why: "The action keeps its private files and the report there, out of the agent's reach.",
    fix: "Set RUNNER_TEMP or report-dir to a folder of this user, and not to a link."
  },
  "report-in-workspace": {
    kind: "config",
    what: "report-dir leads to {0}, which lies in the workspace.",
    why: "Whoever wrote the checkout could put files and links there, which would be uploaded with the report, or lead it elsewhere.",
    fix: "Leave report-dir out, and take the output report-path; or name a folder outside of the workspace."
  },
  "ca-bundle-unusable": {
    kind: "connectivity",
    what: "{0} can not be used as ca-bundle: {1}.",
    why: "Without the company's authorities in it, a server behind them would seem to have a wrong certificate.",
    fix: "Correct ca-bundle: paths of PEM files on the machine, one a line, or the PEM text itself."
  },
  "event-not-allowed": {
    kind: "policy",
    what: "The event {0} may not start this action.",
    why: "{1}",
    fix: "Start the job by another event; or, knowing that, allow it besides the others: allow-events: {2}"
  },
  "actor-not-allowed": {
    kind: "policy",
    what: "{0} may not start this action.",
    why: "{1}",
    fix: "Have somebody with that permission start the job, or name this account in allow-users."
  },
  "actor-unknown": {
    kind: "policy",
    what: "Nobody can say whether {0} may start this action ({1}).",
    why: "Without an answer from the API the action does not take it for a yes.",
    fix: "Give the job a github-token that may read the repository, and see that the runner reaches the API (proxy, ca-bundle); or name those who may start it in allow-users."
  },
  "bot-not-allowed": {
    kind: "policy",
    what: "The bot {0} may not start this action.",
    why: "A bot often acts on what others wrote: a dependency, a comment, a command in a pull request.",
    fix: "Name it, if you know what makes it act: allow-bots: {1}"
  },
  "trigger-untrusted": {
    kind: "policy",
    what: "What started this run is not trusted: {0}.",
    why: "Who can cause such a run may be a stranger, and what he wrote would steer an agent that works on the company's token.",
    fix: "Start it from a trusted trigger, see docs/triggers.md; or accept each risk by its name: allow-untrusted-trigger: {1}"
  },
  "java-missing": {
    kind: "config",
    what: "There is no java ({0}).",
    why: "codex-runner is a Java program.",
    fix: "Install Java 17 or newer on the runner (or by actions/setup-java), or set java-home."
  },
  "java-too-old": {
    kind: "config",
    what: "{0} is Java {1}.",
    why: "codex-runner needs Java 17 or newer.",
    fix: "Set java-home to a newer one."
  },
  "runner-jar-missing": {
    kind: "config",
    what: "{0} is not there or no file.",
    why: "It was named by runner-jar.",
    fix: 'Correct the path, or bring the jar there (github-action/README.md, "The jar").'
  },
  "runner-jar-unusable": {
    kind: "config",
    what: "{0} is no codex-runner.jar: {1}.",
    why: "Java would say no more than that it is invalid or corrupt.",
    fix: 'Copy the jar anew, and compare its SHA-256 with the one where it was built (github-action/README.md, "The jar").'
  },
  "program-in-workspace": {
    kind: "policy",
    what: "{0} leads to {1}, which lies in the workspace.",
    why: "What lies there is in the hands of whoever wrote the checkout, and would run with the identity of the job.",
    fix: "{2}"
  },
  "runner-digest-unknown": {
    kind: "config",
    what: "No digest is known for codex-runner {0}.",
    why: "A jar that is handed a company token is not fetched without knowing what it must be.",
    fix: "Put the jar on the machine and name it: runner-jar; or give its SHA-256 and where it is to be had: runner-sha256, runner-url."
  },
  "runner-address-unknown": {
    kind: "config",
    what: "Nobody says where codex-runner {0} is to be had.",
    why: "GitHub names the repository of an action (GITHUB_ACTION_REPOSITORY), but of none that lies in the job's own checkout.",
    fix: "Put the jar on the machine and name it: runner-jar; or give its address: runner-url."
  },
  "runner-digest-differs": {
    kind: "config",
    what: "{0} has the SHA-256 {1}, and not {2}.",
    why: "It is another file than the one that was meant: damaged, replaced, or of another version.",
    fix: "Fetch it anew from where it was published, and compare the digest before you change runner-sha256."
  },
  "runner-not-fetched": {
    kind: "connectivity",
    what: "codex-runner {0} could not be fetched from {1} ({2}).",
    why: "The address did not answer with the file.",
    fix: "Check proxy and ca-bundle; or name a mirror with runner-url, or a file on the machine with runner-jar."
  },
  "codex-not-installed": {
    kind: "codex_start",
    what: "codex {0} could not be installed ({1}).",
    why: "npm did not bring it, or not with the content that the lock file demands.",
    fix: "Check the registry that npm is configured to (codex-registry), or install codex on the machine and set codex-path."
  },
  "codex-files-differ": {
    kind: "codex_start",
    what: "{0} has the SHA-256 {1}, and not {2}.",
    why: "codex starts it, or takes the place of its sandbox from it, and it is not what the pinned version came with.",
    fix: "Find out who may write to the tool cache, remove the entry there, and run again."
  },
  "codex-files-added": {
    kind: "codex_start",
    what: "{0} is no part of the pinned codex.",
    why: "codex looks for programs in its own folder first, and would start it in place of the system's, outside of the sandbox and with the access token.",
    fix: "Find out who may write to the tool cache, remove the entry there, and run again."
  },
  "identity-token-refused": {
    kind: "secret_source",
    what: "GitHub gave no identity token for the login to Vault ({0}).",
    why: "vault-auth is jwt, and no other JWT was given.",
    fix: "Give the job the permission id-token: write, and to a workflow that calls this one as well; and see that the runner reaches GitHub's token service (proxy, ca-bundle)."
  },
  "runner-not-started": {
    kind: "internal",
    what: "{0} could not be started ({1}).",
    why: "The system refused it.",
    fix: "Check that the file may be executed and that the machine has memory and processes left."
  },
  "file-commands-tampered": {
    kind: "policy",
    what: "While the agent worked, somebody wrote to {0}.",
    why: "By these files a step sets variables, paths and outputs of the steps after it; during this one nobody but the action writes them, so that it was the agent, or a process of the machine's.",
    fix: "What was written is taken out again. Keep RUNNER_TEMP out of the folders that the agent may write (not below the working folder, /tmp or add-dir)."
  },
  "report-unreadable": {
    kind: "internal",
    what: "The runner ended with {0}, but its report can not be read: {1}.",
    why: "Without it nothing is known of the run but its exit code.",
    fix: "Read the lines above, and the files in the report folder."
  },
  "report-contradicts": {
    kind: "internal",
    what: "The runner ended with 0, but its report says {0}.",
    why: "No success is claimed unless both say so.",
    fix: "Please report it with the report folder."
  },
  "action-internal-error": {
    kind: "internal",
    what: "A bug of the action: {0} at {1}.",
    why: "This must not happen, whatever the inputs.",
    fix: "Please report it with these lines."
  }
};

// src/passing-trouble.ts
var PASSING = /* @__PURE__ */ new Set([
  "EAI_AGAIN",
  "ECONNABORTED",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPIPE",
  "ETIMEDOUT"
]);
var REFUSED_BY_PROXY = /statusCode=4\d\d/;
function mayPass(thrown) {
  if (!(thrown instanceof Error) || REFUSED_BY_PROXY.test(thrown.message)) return false;
  const { status, code } = thrown;
  if (typeof status === "number") return status >= 500 || [408, 425, 429].includes(status);
  return typeof code === "string" && PASSING.has(code);
}
function npmTroubleMayPass(output) {
  const code = /^npm error code (?<code>\w+)$/m.exec(output)?.groups?.["code"] ?? "";
  return PASSING.has(code) || /^E(?:5\d\d|408|425|429)$/.test(code);
}

// src/failure.ts
var ActionFailure = class extends Error {
  code;
  kind;
  exitCode;
  what;
  why;
  fix;
  /** Whether the same run, started again unchanged, may succeed. */
  retryable = false;
  /** Where it is explained, from the repository's root. */
  page;
  constructor(code, ...details) {
    const words = failures[code];
    const fill = (template) => filled(template, details);
    super(fill(words.what));
    this.code = code;
    this.kind = words.kind;
    this.exitCode = exitCodeOf(words.kind);
    this.what = this.message;
    this.why = fill(words.why);
    this.fix = fill(words.fix);
    this.page = `github-action/README.md#${code}`;
  }
};
var PassingFailure = class extends ActionFailure {
  retryable = true;
};
function failureBy(cause, code, ...details) {
  return mayPass(cause) ? new PassingFailure(code, ...details) : new ActionFailure(code, ...details);
}
function filled(template, details) {
  return template.replace(/\{(\d)\}/g, (_, index) => details[Number(index)] ?? "");
}
function asFailure(thrown) {
  if (thrown instanceof ActionFailure) return thrown;
  const name2 = thrown instanceof Error ? thrown.constructor.name : typeof thrown;
  const place = thrown instanceof Error ? /\n\s+at (?<place>[^\n]*)/.exec(thrown.stack ?? "")?.groups?.["place"] : void 0;
  return new ActionFailure("action-internal-error", name2, place ?? "an unknown place");
}

// src/file-commands.ts
var import_node_crypto = __toESM(require_node_crypto(), 1);
var import_promises2 = __toESM(require_promises2(), 1);
var import_node_fs2 = __toESM(require_node_fs(), 1);

// src/bounded-file.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_promises = __toESM(require_promises2(), 1);
var SMALLEST_CHUNK = 4 * 1024;
var LARGEST_CHUNK = 1024 * 1024;
async function readBounded(path7, largest, links) {
  const chunks = [];
  for await (const chunk of chunksOf(path7, largest, links)) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
async function* chunksOf(path7, largest, links) {
  const noFollow = links === "no-links" ? import_node_fs.constants.O_NOFOLLOW : 0;
  const file = await (0, import_promises.open)(path7, import_node_fs.constants.O_RDONLY | import_node_fs.constants.O_NONBLOCK | import_node_fs.constants.O_NOCTTY | noFollow);
  try {
    const stat5 = await file.stat();
    if (!stat5.isFile()) throw new Error("it is no regular file");
    let size = 0;
    for (; ; ) {
      const room = Math.min(LARGEST_CHUNK, Math.max(SMALLEST_CHUNK, stat5.size - size + 1));
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(room), 0, room, size);
      if (bytesRead === 0) return;
      size += bytesRead;
      if (size > largest) throw new Error(`it has more than ${largest} bytes`);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
async function copyBounded(from, to, largest) {
  await (0, import_promises.rm)(to, { force: true });
  const copy = await (0, import_promises.open)(to, "wx", 384);
  try {
    for await (const chunk of chunksOf(from, largest, "follow-links")) await copy.writeFile(chunk);
  } finally {
    await copy.close();
  }
}
function reasonOf(thrown) {
  if (!(thrown instanceof Error)) return "unknown reason";
  const code = thrown.code;
  return (code === void 0 ? void 0 : REASONS[code]) ?? thrown.message;
}
var REASONS = {
  ENOENT: "it is not there",
  ELOOP: "it is a link",
  EACCES: "this user may not read it",
  EISDIR: "it is a folder"
};

// src/environment.ts
function variable(env, name2) {
  const value = env[name2]?.trim();
  return value === "" ? void 0 : value;
}

// src/file-commands.ts
var NAMES = ["GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STATE", "GITHUB_STEP_SUMMARY"];
var APPENDING = import_node_fs2.constants.O_WRONLY | import_node_fs2.constants.O_APPEND | import_node_fs2.constants.O_NOFOLLOW | import_node_fs2.constants.O_NONBLOCK | import_node_fs2.constants.O_NOCTTY;
var LARGEST_BYTES = 16 * 1024 * 1024;
var FileCommands = class _FileCommands {
  paths = /* @__PURE__ */ new Map();
  first = /* @__PURE__ */ new Map();
  expected = /* @__PURE__ */ new Map();
  static async open(env) {
    const files = new _FileCommands();
    for (const name2 of NAMES) {
      const path7 = variable(env, name2);
      const text3 = path7 === void 0 ? void 0 : await textOf(path7);
      if (path7 === void 0 || text3 === void 0) continue;
      files.paths.set(name2, path7);
      files.first.set(name2, text3);
      files.expected.set(name2, text3);
    }
    return files;
  }
  /** Names and values as GitHub reads them, whatever is in a value; of two with one name the later counts. */
  async set(name2, values) {
    const blocks = Object.entries(values).map(([key, value]) => {
      const end = `end_${(0, import_node_crypto.randomUUID)()}`;
      return `${key}<<${end}
${value}
${end}
`;
    });
    await this.append(name2, blocks.join(""));
  }
  async append(name2, text3) {
    const path7 = this.paths.get(name2);
    if (path7 === void 0) return;
    this.expected.set(name2, (this.expected.get(name2) ?? "") + text3);
    const file = await (0, import_promises2.open)(path7, APPENDING).catch(() => void 0);
    try {
      if ((await file?.stat())?.isFile() === true) await file?.appendFile(text3);
    } finally {
      await file?.close();
    }
  }
  /** Takes back what we wrote ourselves; on the disk by {@link restoreTampered}. */
  forget(...names2) {
    for (const name2 of names2) this.expected.set(name2, this.first.get(name2) ?? "");
  }
  /** Names of those in which anything else stands than what we wrote; there it stands alone again. */
  async restoreTampered() {
    const tampered = [];
    for (const [name2, path7] of this.paths) {
      const expected = this.expected.get(name2) ?? "";
      if (await textOf(path7) === expected) continue;
      tampered.push(name2);
      await (0, import_promises2.rm)(path7, { recursive: true, force: true });
      await (0, import_promises2.writeFile)(path7, expected, { flag: "wx" });
    }
    return tampered;
  }
};
async function textOf(path7) {
  return readBounded(path7, LARGEST_BYTES, "no-links").catch(() => void 0);
}

// src/input-forms.ts
var matching = (kind, pattern, expects) => ({
  kind,
  expects,
  accepts: (text3) => pattern.test(text3)
});
var text = matching("value", /^[^\0]*$/s, "text");
var name = matching("value", /^[^\s\p{Cc}]+$/u, "a name without blanks");
var path = matching("path", /^[^\0\n]+$/, "a path");
var secret = matching("secret", /^[^\0]*$/s, "text");
var count = matching("value", /^[1-9]\d{0,14}$/, "a whole number of at least 1");
var fewTimes = matching("value", /^(?:\d|10)$/, "a whole number from 0 to 10");
var runName = matching(
  "value",
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  "a name of at most 64 letters, digits, dots, hyphens and underscores"
);
var duration = matching(
  "value",
  /^(?=\d)(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$/,
  "a duration such as 90s, 10m or 1h30m"
);
var url = matching("value", /^https?:\/\/[^\s]+$/i, "an address that begins with https://");
var digest = matching("value", /^[0-9a-f]{64}$/i, "a SHA-256 of 64 hexadecimal digits");
var version = matching(
  "value",
  /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/,
  "a whole version such as 1.2.3"
);
var toggle = matching("switch", /^(?:true|false)$/, "true or false");
var choice = (...words) => ({
  kind: "value",
  expects: words.join(", "),
  accepts: (given2) => words.includes(given2)
});
var names = {
  kind: "list",
  expects: "names between commas or line breaks",
  accepts: (given2) => entries(given2).every((entry) => name.accepts(entry))
};
var choices = (...words) => ({
  kind: "list",
  expects: words.join(", "),
  accepts: (given2) => entries(given2).every((entry) => words.includes(entry))
});
function entries(list) {
  return list.split(/[\n,]/).map((entry) => entry.trim()).filter((entry) => entry !== "");
}

// src/permission-level.ts
var permissionLevels = ["read", "triage", "write", "maintain", "admin"];
function reaches(has, needs) {
  return has !== void 0 && permissionLevels.indexOf(has) >= permissionLevels.indexOf(needs);
}

// src/trigger.ts
var triggerRisks = [
  "fork",
  "pull-request-target",
  "comment",
  "public-repository",
  "hosted-runner"
];
var PULL_REQUESTS = /* @__PURE__ */ new Set([
  "pull_request",
  "pull_request_target",
  "pull_request_review",
  "pull_request_review_comment"
]);
var TEXTS = /* @__PURE__ */ new Set([
  "issues",
  "issue_comment",
  "commit_comment",
  "discussion",
  "discussion_comment",
  "pull_request_review",
  "pull_request_review_comment"
]);
var INSIDERS = /* @__PURE__ */ new Set(["OWNER", "MEMBER", "COLLABORATOR"]);
var TEXTS_OF_AN_EVENT = ["comment", "review", "discussion", "issue"];
function triggerFindings(env, event) {
  const name2 = (env["GITHUB_EVENT_NAME"] ?? "").toLowerCase();
  const findings = [
    name2 === "pull_request_target" && {
      risk: "pull-request-target",
      evidence: "GITHUB_EVENT_NAME is pull_request_target"
    },
    finding("fork", PULL_REQUESTS.has(name2) && forkOfPullRequest(name2, event)),
    finding("fork", name2 === "workflow_run" && forkOfWorkflowRun(event)),
    finding("comment", TEXTS.has(name2) && stranger(name2, event)),
    finding("public-repository", inPublic(event)),
    finding(
      "hosted-runner",
      variable(env, "RUNNER_ENVIRONMENT") === "github-hosted" && "RUNNER_ENVIRONMENT is github-hosted"
    )
  ];
  return findings.filter((found) => found !== false);
}
function finding(risk, evidence) {
  return evidence === false ? false : { risk, evidence };
}
function forkOfPullRequest(name2, event) {
  const request = objectAt(event, "pull_request");
  if (request === void 0) return `the event is ${name2}, and its file does not tell where it comes from`;
  const head = repositoryName(objectAt(objectAt(request, "head"), "repo"));
  const base = repositoryName(objectAt(objectAt(request, "base"), "repo"));
  return differ(head, base) && `the pull request comes from ${head ?? DELETED}`;
}
function forkOfWorkflowRun(event) {
  const run2 = objectAt(event, "workflow_run");
  if (run2 === void 0)
    return "the event is workflow_run, and its file does not tell which repository began it";
  const head = repositoryName(objectAt(run2, "head_repository"));
  return differ(head, repositoryName(objectAt(event, "repository"))) && `the workflow_run was begun by ${head ?? DELETED}`;
}
var DELETED = "a repository that was deleted";
function differ(head, base) {
  return head?.toLowerCase() !== base?.toLowerCase() || head === void 0;
}
function stranger(name2, event) {
  const association = TEXTS_OF_AN_EVENT.map((text3) => objectAt(event, text3)?.["author_association"]).find(
    (word2) => typeof word2 === "string"
  );
  return !(association !== void 0 && INSIDERS.has(association)) && `the event is ${name2}, and its author is ${association ?? "not known"}`;
}
function inPublic(event) {
  const open5 = isPublic(objectAt(event, "repository"));
  return open5 === void 0 ? "the event's file does not tell whether the repository is public" : open5 && "the repository is public";
}
var VISIBILITIES = /* @__PURE__ */ new Map([
  ["public", true],
  ["internal", false],
  ["private", false]
]);
function isPublic(repository) {
  const visibility = repository?.["visibility"];
  if (typeof visibility === "string") return VISIBILITIES.get(visibility.toLowerCase());
  const hidden = repository?.["private"];
  return typeof hidden === "boolean" ? !hidden : void 0;
}
function repositoryName(repository) {
  const name2 = repository?.["full_name"];
  return typeof name2 === "string" && name2.trim() !== "" ? name2 : void 0;
}
function objectAt(parent, key) {
  const child2 = parent?.[key];
  return isObject(child2) ? child2 : void 0;
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/input-catalogue.ts
var inputCatalogue = {
  command: { form: choice("exec", "rotation-check") },
  prompt: { form: text, only: "exec" },
  "prompt-file": { form: path, setting: "prompt-file", only: "exec" },
  "output-schema": { form: path, setting: "output-schema", only: "exec" },
  "working-directory": { form: path, setting: "cd", only: "exec" },
  sandbox: {
    form: choice("read-only", "workspace-write", "danger-full-access"),
    setting: "sandbox",
    only: "exec"
  },
  model: { form: name, setting: "model", only: "exec" },
  effort: { form: name, setting: "codex-config", isPartOfSetting: true, only: "exec" },
  "vault-url": { form: url, setting: "vault-addr" },
  "vault-namespace": { form: name, setting: "vault-namespace" },
  "vault-auth": {
    form: choice("jwt", "approle", "kubernetes", "cert", "userpass", "ldap", "token"),
    setting: "vault-auth"
  },
  "vault-auth-mount": { form: name, setting: "vault-auth-mount" },
  "vault-role": { form: text, setting: "vault-role" },
  "vault-audience": { form: name },
  "vault-role-id": { form: name, setting: "vault-role-id" },
  "vault-secret-id": { form: secret },
  "vault-username": { form: text, setting: "vault-username" },
  "vault-password": { form: secret },
  "vault-token": { form: secret },
  "vault-client-cert": { form: path, setting: "vault-client-cert" },
  "vault-client-key": { form: path, setting: "vault-client-key" },
  "vault-path": { form: text, setting: "vault-path" },
  "vault-secret-version": { form: count, setting: "vault-secret-version", only: "exec" },
  "ca-bundle": { form: text, setting: "ca-bundle" },
  proxy: { form: url },
  "no-proxy": { form: text },
  timeout: { form: duration, setting: "timeout" },
  "idle-timeout": { form: duration, setting: "idle-timeout", only: "exec" },
  "max-tokens": { form: count, setting: "max-tokens", only: "exec" },
  retries: { form: fewTimes, setting: "retries", only: "exec" },
  "fail-on": {
    form: choices("patch-failed", "declined", "event-gap", "command-failed"),
    setting: "fail-on",
    only: "exec"
  },
  "allow-events": { form: names },
  "allow-permission": { form: choice(...permissionLevels, "nobody") },
  "allow-users": { form: names },
  "allow-bots": { form: names },
  "allow-untrusted-trigger": {
    form: choices(...triggerRisks),
    setting: "allow-untrusted-trigger",
    flagOf: "exec"
  },
  "report-dir": { form: path, setting: "report-dir", only: "exec" },
  "run-name": { form: runName, setting: "run-name", only: "exec" },
  summary: { form: toggle },
  config: { form: text },
  "runner-jar": { form: path },
  "runner-version": { form: version },
  "runner-sha256": { form: digest },
  "runner-url": { form: url },
  "codex-path": { form: path, setting: "codex-path", only: "exec" },
  "codex-version": { form: version, setting: "codex-version", only: "exec" },
  "codex-sha256": { form: digest, setting: "codex-sha256", only: "exec" },
  "codex-registry": { form: url, only: "exec" },
  "java-home": { form: path },
  "github-token": { form: secret }
};
var inputNames = Object.keys(inputCatalogue);
function specOf(name2) {
  return inputCatalogue[name2];
}

// src/inputs.ts
function variableOf(name2) {
  return `INPUT_${name2.toUpperCase()}`;
}
function readInputs(env) {
  const given2 = /* @__PURE__ */ new Map();
  for (const name2 of inputNames) {
    const value = env[variableOf(name2)]?.trim() ?? "";
    if (value !== "") given2.set(name2, value);
  }
  return given2;
}
function commandOf(inputs) {
  return inputs.get("command") === "rotation-check" ? "rotation-check" : "exec";
}
function listOf(inputs, name2) {
  return entries(inputs.get(name2) ?? "");
}
function secretInputs(inputs) {
  return [...inputs].filter(([name2]) => specOf(name2).form.kind === "secret").map(([name2, value]) => ({ name: name2, value }));
}

// src/harmless.ts
function harmless(text3) {
  return text3.replace(ESCAPE_SEQUENCE, "").replace(INVISIBLE, "").split(LINE_BREAK).map((line) => line.replace(WORKFLOW_COMMAND, "$1: :").replace(LOGGING_COMMAND, "# #")).join("\n");
}
function harmlessLine(text3) {
  return harmless(text3.replace(/\s+/gu, " ").trim());
}
var ESCAPE_SEQUENCE = /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]?|\u001B[ -/]*[0-~]?/gu;
var INVISIBLE = new RegExp("(?![\\t\\n\\r\\v\\f\\u0085])\\p{Cc}|[\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFF9-\\uFFFB]", "gu");
var LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
var WORKFLOW_COMMAND = /^([\s\p{Z}\p{C}]*)::/u;
var LOGGING_COMMAND = /##(?=[\w-]{0,32}\[)/gu;

// src/runner-console.ts
function runnerConsole(write2) {
  const command = (text3) => {
    write2(`${text3}
`);
  };
  const masked = /* @__PURE__ */ new Set();
  return {
    command,
    mask: (text3) => {
      masked.add(text3);
      command(`::add-mask::${escapedData(text3)}`);
    },
    masked: () => [...masked].sort((one, other) => other.length - one.length),
    line: (text3) => {
      write2(`${harmless(text3)}
`);
    },
    warning: (text3) => {
      command(annotation("warning", "codex-runner", text3));
    },
    failure: (failure) => {
      write2(`${failureText(failure)}
`);
      const { kind, what, why, fix } = failure;
      command(annotation("error", `codex-runner: ${kind}`, explanation(what, why, fix)));
    }
  };
}
function explanation(what, why, fix) {
  return [what, why && `Why: ${why}`, fix && `What to do: ${fix}`].filter((part) => part !== "").join("\n");
}
function failureText({ what, why, fix, code, page }) {
  const lines = what.split("\n").map(harmlessLine).join("\n  ");
  return `error: ${lines}
  why: ${harmlessLine(why)}
  fix: ${harmlessLine(fix)} [${code}, ${page}]`;
}
function annotation(level, title, message) {
  return `::${level} title=${escapedProperty(harmlessLine(title))}::${escapedData(harmless(message))}`;
}
function escapedData(text3) {
  return text3.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapedProperty(text3) {
  return escapedData(text3).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/step-results.ts
var import_node_path6 = __toESM(require_node_path(), 1);

// src/runner-words.ts
var INPUT_OF_FLAG = new Map(
  inputNames.flatMap((name2) => {
    const { setting, isPartOfSetting = false } = specOf(name2);
    return setting === void 0 || isPartOfSetting ? [] : [[setting, name2]];
  })
);
var FLAG = /(?<![\w-])--(?<flag>[a-z][a-z0-9-]*)/g;
var KEY = /^(?:allow|vault)-/;
function nameInWorkflow(flag) {
  return INPUT_OF_FLAG.get(flag) ?? (KEY.test(flag) ? `config key ${flag}` : void 0);
}
function inWorkflowWords(text3) {
  return text3.replace(FLAG, (whole, flag) => nameInWorkflow(flag) ?? whole);
}
function flagsIn(text3) {
  const flags2 = [...new Set([...text3.matchAll(FLAG)].map((match) => match[1] ?? ""))];
  return flags2.flatMap((flag) => {
    const name2 = nameInWorkflow(flag);
    return name2 === void 0 ? [] : [[`--${flag}`, name2]];
  });
}
function asSaidInWorkflow(said, configFile) {
  const told = (text3) => inWorkflowWords(withoutFile(text3, configFile));
  return { ...said, what: told(said.what), why: told(said.why), fix: told(said.fix) };
}
function withoutFile(text3, file) {
  const [first = "", ...others] = text3.split(file);
  return first + others.map((rest) => `input config${rest.replace(/^:(\d+):\d+/, ", line $1:")}`).join("");
}

// src/annotations.ts
var MOST = 30;
var LINE = /^::(?:error|warning|notice) (?:(?:file|line|endLine|title)=[^:,\p{Cc}\p{Zl}\p{Zp}]*)(?:,(?:file|line|endLine|title)=[^:,\p{Cc}\p{Zl}\p{Zp}]*)*::[^\p{Cc}\p{Zl}\p{Zp}]*$/u;
var VERDICT = /^::error title=codex-runner%3A [^,:]*::/;
function annotationsOf(outcome, file) {
  if (file === void 0) return { commands: ownWord(outcome), warnings: [] };
  const lines = file.split("\n").filter((line) => line !== "");
  const wellFormed = lines.filter(isAnnotation);
  const dropped = lines.length - wellFormed.length + Math.max(0, wellFormed.length - MOST);
  return {
    commands: wellFormed.slice(0, MOST).map((line) => VERDICT.test(line) ? inWorkflowWords(line) : line),
    warnings: dropped === 0 ? [] : [`${dropped} lines of annotations.txt are no annotations and were left out.`]
  };
}
function isAnnotation(line) {
  return LINE.test(line) && !line.includes("##[");
}
function ownWord(outcome) {
  if (outcome.verdict === "success") return [];
  const { kind, reason, why, fix } = outcome;
  return [annotation("error", `codex-runner: ${kind}`, explanation(reason, why, fix))];
}

// src/identity-claims.ts
var SHOWN = [
  "iss",
  "aud",
  "sub",
  "repository",
  "repository_id",
  "ref",
  "event_name",
  "job_workflow_ref",
  "runner_environment"
];
function claimsOf(jwt) {
  const content = payloadOf(jwt);
  return isObject(content) ? SHOWN.filter((name2) => content[name2] !== void 0).map((name2) => `${name2}: ${textOf2(content[name2])}`) : [];
}
function payloadOf(jwt) {
  try {
    return JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString("utf8"));
  } catch {
    return void 0;
  }
}
function textOf2(claim) {
  return typeof claim === "string" ? claim : JSON.stringify(claim);
}
var REFUSED_LOGIN = /^vault-(?:jwt-|role-unknown$|login-denied$|login-mount-not-found$)/;
function isRefusedLogin(code) {
  return REFUSED_LOGIN.test(code);
}

// src/outcome.ts
var EXIT_CODES_PAGE = "github-action/README.md#exit-codes";
function ofReport(report, exitCode2) {
  const { verdict } = report;
  const isSuccess = verdict.status === "success" && verdict.exitCode === 0;
  if (exitCode2 === 0 && !isSuccess) {
    return { ...ofFailure(new ActionFailure("report-contradicts", String(verdict.exitCode))), report };
  }
  if (verdict.exitCode !== exitCode2) return { ...ofExitCode(exitCode2), report };
  const { reason, fix, code } = verdict;
  const words = isSuccess ? { reason, fix } : { reason: inWorkflowWords(reason), fix: inWorkflowWords(fix), page: `docs/troubleshooting.md#${code}` };
  return { ...verdict, why: "", ...words, verdict: verdict.status, exitCode: exitCode2, report };
}
function isTheReports({ report, exitCode: exitCode2, verdict }) {
  return report?.verdict.exitCode === exitCode2 && report.verdict.status === verdict;
}
function ofCheck(exitCode2, check, said) {
  if (exitCode2 === 0 && check === void 0) {
    const reason = "its standard output holds no result of a check";
    return ofFailure(new ActionFailure("report-unreadable", "0", reason));
  }
  if (exitCode2 === 0 && check?.contradiction !== void 0)
    return ofFailure(new ActionFailure("report-contradicts", check.contradiction));
  return ofExitCode(exitCode2, (check?.exitCode === exitCode2 ? check.failure : void 0) ?? said);
}
function ofExitCode(exitCode2, said) {
  const kind = kindOf(exitCode2);
  return {
    exitCode: exitCode2,
    verdict: exitCode2 === 0 ? "success" : "failure",
    kind,
    code: said?.code ?? kind.replaceAll("_", "-"),
    reason: said?.what ?? (exitCode2 === 0 ? "" : `codex-runner ended with exit code ${exitCode2}.`),
    why: said?.why ?? "",
    fix: said?.fix ?? (exitCode2 === 0 ? "" : "The lines above say what happened and what to do."),
    retryable: false,
    ...exitCode2 === 0 ? {} : { page: said?.page ?? EXIT_CODES_PAGE }
  };
}
function ofFailure(failure) {
  const { exitCode: exitCode2, kind, code, what, why, fix, retryable, page } = failure;
  return { exitCode: exitCode2, verdict: "failure", kind, code, reason: what, why, fix, retryable, page };
}
function ofFailures(first, others) {
  if (others.length === 0) return ofFailure(first);
  const reasons = [first, ...others].map(ofFailure);
  const list = (texts) => texts.map((text3) => `
- ${text3}`).join("");
  return {
    ...ofFailure(first),
    reason: `The run is refused for ${reasons.length} reasons:${list(reasons.map(({ reason }) => reason))}`,
    fix: `Against each of them:${list(reasons.map(({ fix }) => fix))}`,
    retryable: reasons.every(({ retryable }) => retryable),
    reasons
  };
}

// src/outputs.ts
var import_node_path = __toESM(require_node_path(), 1);
var LARGEST_OUTPUT_BYTES = 256 * 1024;
function outputsOf(outcome, places, checkJson) {
  const { report } = outcome;
  const answered = outcome.verdict === "success" ? report : void 0;
  const structured = bounded("structured-output", checkJson ?? answered?.structuredOutput ?? "");
  const message = answered?.finalMessage ?? "";
  const changed = changedFiles(report?.changedFiles);
  const listed = changed.complete && (report?.changedCount ?? 0) <= (report?.changedFiles?.length ?? 0);
  const file = (name2) => places?.files.has(name2) === true ? (0, import_node_path.join)(places.folder, name2) : "";
  return {
    values: {
      verdict: outcome.verdict,
      "exit-code": String(outcome.exitCode),
      kind: outcome.kind,
      code: outcome.code,
      reason: cut(outcome.reason),
      retryable: String(outcome.retryable),
      "final-message": cut(message),
      "structured-output": structured.value,
      "thread-id": report?.threadId ?? "",
      attempts: orEmpty(report?.attempts),
      "duration-ms": orEmpty(report?.durationMs),
      "input-tokens": orEmpty(report?.usage?.inputTokens),
      "cached-input-tokens": orEmpty(report?.usage?.cachedInputTokens),
      "output-tokens": orEmpty(report?.usage?.outputTokens),
      "reasoning-output-tokens": orEmpty(report?.usage?.reasoningOutputTokens),
      "changed-files": changed.value,
      "changed-files-count": orEmpty(report?.changedCount),
      "report-path": places?.folder ?? "",
      "report-html": file("report.html"),
      "sarif-path": file("report.sarif")
    },
    warnings: [
      ...structured.warnings,
      ...message !== cut(message) ? ["The output final-message is cut; report.json has all of it."] : [],
      ...listed ? [] : ["The output changed-files has not all of them; changed-files-count says how many there are."]
    ]
  };
}
function orEmpty(value) {
  return value === void 0 ? "" : String(value);
}
function bounded(name2, json2) {
  return Buffer.byteLength(json2) <= LARGEST_OUTPUT_BYTES ? { value: json2, warnings: [] } : { value: "", warnings: [`The output ${name2} is too large and left empty; report.json has it.`] };
}
function changedFiles(paths) {
  if (paths === void 0) return { value: "", complete: true };
  let size = 2;
  const fitting = paths.filter(
    (path7) => (size += Buffer.byteLength(JSON.stringify(path7)) + 1) <= LARGEST_OUTPUT_BYTES
  );
  return { value: JSON.stringify(fitting), complete: fitting.length === paths.length };
}
var CUT_NOTE = "\n[cut here: report.json has all of it]";
function cut(text3) {
  const content = Buffer.from(text3, "utf8");
  if (content.length <= LARGEST_OUTPUT_BYTES) return text3;
  let end = LARGEST_OUTPUT_BYTES - Buffer.byteLength(CUT_NOTE);
  while (((content[end] ?? 0) & 192) === 128) end--;
  return content.subarray(0, end).toString("utf8") + CUT_NOTE;
}

// src/report.ts
var import_promises3 = __toESM(require_promises2(), 1);
var import_node_path2 = __toESM(require_node_path(), 1);

// src/json-source.ts
function memberSource(json2, name2) {
  let depth = 0;
  let key;
  let found;
  let current;
  for (const token of tokensOf(json2)) {
    const isMemberEnd = depth === 1 && (token === "," || token === "}");
    if (isMemberEnd) {
      found = current ?? found;
      [key, current] = [void 0, void 0];
    } else if (depth === 1 && key === void 0 && token.startsWith('"')) {
      key = JSON.parse(token);
    } else if (depth === 1 && token === ":") {
      if (key === name2) current = [];
    } else {
      current?.push(token);
    }
    if (token === "{" || token === "[") depth++;
    if (token === "}" || token === "]") depth--;
  }
  return found?.join("");
}
function compactSource(json2) {
  return [...tokensOf(json2)].join("");
}
function* tokensOf(json2) {
  for (let at = 0; at < json2.length; ) {
    if (json2[at] === '"') {
      const end = endOfString(json2, at);
      yield json2.slice(at, end);
      at = end;
    } else {
      OTHERS.lastIndex = at;
      const token = OTHERS.exec(json2)?.[0] ?? " ";
      if (token.trim() !== "") yield token;
      at += token.length;
    }
  }
}
var OTHERS = /[{}[\]:,]|\s+|[^\s{}[\]:,"]+/y;
function endOfString(json2, start) {
  for (let at = start + 1; at < json2.length; at++) {
    if (json2[at] === "\\") at++;
    else if (json2[at] === '"') return at + 1;
  }
  return json2.length;
}

// src/report.ts
var LARGEST_BYTES2 = 64 * 1024 * 1024;
async function readReport(file, runId) {
  try {
    const folder = await (0, import_promises3.lstat)((0, import_node_path2.dirname)(file));
    if (!folder.isDirectory()) return { kind: "unreadable", reason: "its folder was replaced" };
    const report = reportOf(await readBounded(file, LARGEST_BYTES2, "no-links"));
    if (runId !== void 0 && report.runId !== runId)
      return { kind: "unreadable", reason: "it is of another run, which has the same report-dir" };
    return { kind: "report", report };
  } catch (failed) {
    if (failed.code === "ENOENT") return { kind: "absent" };
    return { kind: "unreadable", reason: failed instanceof SyntaxError ? "it is no JSON" : reasonOf(failed) };
  }
}
var SCHEMA_VERSION = 1;
function reportOf(json2) {
  const content = JSON.parse(json2);
  if (!isObject(content)) throw new Error("it is no JSON object");
  if (content["schemaVersion"] !== SCHEMA_VERSION) throw new Error("it has another schemaVersion than 1");
  const verdict = required(content, "verdict");
  const codex = required(content, "codex");
  const usage = objectAt(content, "usage");
  const changes = objectAt(content, "changes");
  return {
    verdict: {
      status: text2(verdict, "status") === "success" ? "success" : "failure",
      kind: text2(verdict, "kind"),
      code: text2(verdict, "code"),
      exitCode: number(verdict, "exitCode"),
      reason: text2(verdict, "reason"),
      fix: text2(verdict, "fix"),
      retryable: verdict["retryable"] === true
    },
    runId: optional(required(content, "run"), "id", "string"),
    threadId: optional(codex, "threadId", "string"),
    attempts: Array.isArray(codex["attempts"]) ? codex["attempts"].length : 0,
    durationMs: optional(required(content, "run"), "durationMs", "number"),
    usage: usage && usageOf(usage),
    finalMessage: optional(content, "finalMessage", "string"),
    structuredOutput: (content["structuredOutput"] ?? null) === null ? void 0 : memberSource(json2, "structuredOutput"),
    changedFiles: changes && pathsOf(changes["files"]),
    changedCount: changes && optional(changes, "count", "number")
  };
}
function usageOf(usage) {
  return {
    inputTokens: number(usage, "inputTokens"),
    cachedInputTokens: number(usage, "cachedInputTokens"),
    outputTokens: number(usage, "outputTokens"),
    reasoningOutputTokens: number(usage, "reasoningOutputTokens")
  };
}
function pathsOf(files) {
  return Array.isArray(files) ? files.flatMap(
    (file) => isObject(file) && typeof file["path"] === "string" ? [file["path"]] : []
  ) : [];
}
function required(parent, key) {
  const child2 = objectAt(parent, key);
  if (child2 === void 0) throw new Error(`it has no ${key}`);
  return child2;
}
function text2(parent, key) {
  const value = parent[key];
  if (typeof value !== "string") throw new Error(`its ${key} is no text`);
  return value;
}
function number(parent, key) {
  const value = parent[key];
  if (typeof value !== "number") throw new Error(`its ${key} is no number`);
  return value;
}
function optional(parent, key, kind) {
  const value = parent[key];
  return typeof value === kind ? value : void 0;
}

// src/report-files.ts
var import_promises4 = __toESM(require_promises2(), 1);
var import_node_path3 = __toESM(require_node_path(), 1);
var NAMES2 = [
  "report.json",
  "report.md",
  "report.html",
  "report.sarif",
  "annotations.txt",
  "rotation-check.md"
];
async function reportFiles(folder) {
  if (!await isFolder(folder)) return /* @__PURE__ */ new Map();
  const found = await Promise.all(
    NAMES2.map(async (name2) => {
      const stat5 = await (0, import_promises4.lstat)((0, import_node_path3.join)(folder, name2), { bigint: true }).catch(() => void 0);
      return stat5 && [name2, [stat5.dev, stat5.ino, stat5.size, stat5.ctimeNs].join(" ")];
    })
  );
  return new Map(found.filter((entry) => entry !== void 0));
}
async function filesOfThisRun(folder, before) {
  const now = await reportFiles(folder);
  return new Set([...now].filter(([name2, state]) => before.get(name2) !== state).map(([name2]) => name2));
}
async function isFolder(folder) {
  return (0, import_promises4.lstat)(folder).then(
    (stat5) => stat5.isDirectory(),
    () => false
  );
}

// src/rotation-check.ts
function checkResult(stdout, asked) {
  const document = parsed(stdout);
  if (!isObject(document) || document["schemaVersion"] !== 1) return void 0;
  const exitCode2 = document["exitCode"];
  if (typeof exitCode2 !== "number" || !Array.isArray(document["paths"])) return void 0;
  const paths = document["paths"].filter(isObject);
  if (paths.length === 0) return void 0;
  if (asked !== void 0 && paths.some((path7) => word(path7["path"]) !== secretPath(asked))) return void 0;
  const decisive = paths.find((path7) => path7["exitCode"] === exitCode2 && exitCode2 !== 0);
  return {
    exitCode: exitCode2,
    // As it stands there: written anew, a large number would lose digits.
    json: compactSource(stdout),
    lines: paths.flatMap((path7) => [
      `${word(path7["path"])}: ${word(path7["grade"])}`,
      ...findingsOf(path7).map(
        (found) => `  ${word(found["aspect"])}: ${word(found["grade"])}, ${word(found["detail"])}`
      )
    ]),
    failure: decisive && failureOf(decisive),
    contradiction: exitCode2 === 0 ? contradictionIn(paths) : String(exitCode2)
  };
}
var WELL = /* @__PURE__ */ new Set(["ok", "warn"]);
function contradictionIn(paths) {
  const ill = [...paths, ...paths.flatMap(findingsOf)].find(({ grade }) => !WELL.has(word(grade)));
  if (ill !== void 0) return `${word(ill["path"] ?? ill["aspect"])} is ${word(ill["grade"])}`;
  const path7 = paths.find((one) => one["exitCode"] !== 0);
  return path7 && `${word(path7["path"])} has an exit code of its own`;
}
function secretPath(given2) {
  const [, path7 = "", field = "access_token"] = /^([^#]*)(?:#(.*))?$/.exec(given2.trim()) ?? [];
  return `${path7.replace(/^\/+|\/+$/g, "")}#${field}`;
}
function failureOf(path7) {
  const found = findingsOf(path7).find((finding2) => finding2["grade"] === path7["grade"]);
  return found && {
    what: `${word(path7["path"])}: ${inWorkflowWords(word(found["reason"]))}`,
    why: "",
    fix: inWorkflowWords(word(found["fix"])),
    code: word(found["code"]),
    page: `docs/troubleshooting.md#${word(found["code"])}`
  };
}
function findingsOf(path7) {
  return Array.isArray(path7["findings"]) ? path7["findings"].filter(isObject) : [];
}
function word(value) {
  return typeof value === "string" ? value : "";
}
function parsed(text3) {
  try {
    return JSON.parse(text3);
  } catch {
    return void 0;
  }
}

// src/run-folders.ts
var import_node_crypto2 = __toESM(require_node_crypto(), 1);
var import_promises6 = __toESM(require_promises2(), 1);
var import_node_path5 = __toESM(require_node_path(), 1);

// src/outside-workspace.ts
var import_promises5 = __toESM(require_promises2(), 1);
var import_node_path4 = __toESM(require_node_path(), 1);
var MOST_LINKS = 40;
async function isInside(path7, workspace) {
  const root = await (0, import_promises5.realpath)(workspace).catch(() => (0, import_node_path4.resolve)(workspace));
  if (isBelow((0, import_node_path4.resolve)(path7), (0, import_node_path4.resolve)(workspace))) return true;
  let reached = "/";
  let ahead = partsOf((0, import_node_path4.resolve)(path7));
  for (let links = 0; ahead.length > 0; ) {
    const [part = "", ...rest] = ahead;
    const next = (0, import_node_path4.join)(reached, part);
    if (isBelow(next, root)) return true;
    const target = await targetOf(next);
    if (target !== void 0 && ++links > MOST_LINKS) return true;
    if (target === void 0) reached = next;
    else if ((0, import_node_path4.isAbsolute)(target)) reached = "/";
    ahead = target === void 0 ? rest : [...partsOf(target), ...rest];
  }
  return isBelow(reached, root);
}
async function requireOutside(input, path7, workspace, remedy) {
  if (await isInside(path7, workspace)) throw new ActionFailure("program-in-workspace", input, path7, remedy);
}
function isBelow(path7, root) {
  const way = (0, import_node_path4.relative)(root, path7);
  return way !== ".." && !way.startsWith("../");
}
async function targetOf(path7) {
  const isLink = await (0, import_promises5.lstat)(path7).then(
    (found) => found.isSymbolicLink(),
    () => false
  );
  return isLink ? (0, import_promises5.readlink)(path7) : void 0;
}
function partsOf(path7) {
  return path7.split("/").filter((part) => part !== "");
}

// src/run-folders.ts
async function makeRunFolders(env, workspace, reportDir) {
  const named2 = reportDir === void 0 ? void 0 : (0, import_node_path5.resolve)(workspace, reportDir);
  if (named2 !== void 0 && await isInside(named2, workspace))
    throw new ActionFailure("report-in-workspace", named2);
  const id = (0, import_node_crypto2.randomUUID)();
  const base = folderOf(variable(env, "RUNNER_TEMP") ?? "", id);
  if (variable(env, "RUNNER_TEMP") === void 0)
    throw new ActionFailure("folder-unusable", "RUNNER_TEMP", "it is not set");
  const folders = {
    id,
    privateFolder: (0, import_node_path5.join)(base, "private"),
    reportFolder: named2 ?? (0, import_node_path5.join)(base, "report")
  };
  await make(base);
  await make(folders.privateFolder);
  await make(folders.reportFolder);
  return { ...folders, before: await reportFiles(folders.reportFolder) };
}
function configFileOf({ privateFolder }) {
  return (0, import_node_path5.join)(privateFolder, "config.yaml");
}
function folderOf(temporary, id) {
  return (0, import_node_path5.join)(temporary, "codex-runner", id);
}
async function make(folder) {
  try {
    await (0, import_promises6.mkdir)(folder, { recursive: true, mode: 448 });
    if (!(await (0, import_promises6.lstat)(folder)).isDirectory()) throw new Error("it is a link");
  } catch (failed) {
    throw new ActionFailure("folder-unusable", folder, reasonOf(failed));
  }
}
async function writePrivate(file, text3) {
  await (0, import_promises6.writeFile)(file, text3, { mode: 384, flag: "wx" });
  return file;
}

// src/said-failure.ts
function saidIn(stderr) {
  const lines = stderr.split("\n");
  const end = lines.findLastIndex((line) => FIX.test(line));
  const begin = lines.findLastIndex((line, at) => at < end && line.startsWith(WHAT));
  const { fix = "", code = "", page = "" } = FIX.exec(lines[end] ?? "")?.groups ?? {};
  if (begin < 0) return void 0;
  const words = lines.slice(begin, end);
  const cause = words.findIndex((line) => line.startsWith(WHY));
  const [what, why] = cause < 0 ? [words, []] : [words.slice(0, cause), words.slice(cause)];
  const isList = why[0]?.trim() === WHY.trim();
  const happened = [...what, ...isList ? why.slice(1) : []].join("\n").slice(WHAT.length);
  return { what: happened, why: isList ? "" : why.join("\n").slice(WHY.length).trim(), fix, code, page };
}
var WHAT = "error: ";
var WHY = "  why:";
var FIX = /^ {2}fix: (?<fix>.*) \[(?<code>[a-z0-9-]+), (?<page>docs\/[a-z-]+\.md#[a-z0-9-]+)\]$/;

// src/settings-in-force.ts
function settingInForce(sources, setting) {
  const input = inputNames.find((name2) => specOf(name2).setting === setting);
  const isList = input !== void 0 && specOf(input).form.kind === "list";
  const values = (text3) => isList ? entries(text3) : [text3];
  const given2 = input === void 0 ? void 0 : sources.inputs.get(input);
  if (given2 !== void 0) return values(given2);
  const ofVariable = variable(sources.env, variableOfSetting(setting));
  return ofVariable === void 0 ? (sources.config.get(setting) ?? []).filter((text3) => text3.trim() !== "").flatMap(values) : values(ofVariable);
}
function isInForce(sources, setting) {
  return settingInForce(sources, setting).length > 0;
}
function variableOfSetting(setting) {
  return `CODEX_RUNNER_${setting.toUpperCase().replaceAll("-", "_")}`;
}
function givenTwice(inputs, config) {
  return inputNames.flatMap((name2) => {
    const setting = specOf(name2).setting;
    return setting !== void 0 && inputs.has(name2) && config.has(setting) ? [[name2, setting]] : [];
  });
}

// src/documentation.ts
var REPOSITORY = /^[\w.-]+\/[\w.-]+$/;
var REF = /^[\w.+/-]+$/;
var PAGE = /^[\w./-]+\.md#[\w-]+$/;
function documentationAddress(page, env) {
  const server = variable(env, "GITHUB_SERVER_URL") ?? "https://github.com";
  const repository = variable(env, "GITHUB_ACTION_REPOSITORY") ?? "";
  const ref = variable(env, "GITHUB_ACTION_REF") ?? "";
  const isKnown = REPOSITORY.test(repository) && REF.test(ref) && PAGE.test(page);
  return isKnown ? `${server}/${repository}/blob/${ref}/${page}` : void 0;
}

// src/markdown-text.ts
function literal(text3) {
  return harmless(text3).replaceAll("&", "&amp;").replace(/[\\`*_{}[\]()#+\-.!|~>:$]/g, "\\$&").replaceAll("<", "&lt;").replaceAll("@", "&#64;").replaceAll("\n", "<br>");
}

// src/summary.ts
var LARGEST_BYTES3 = 1e3 * 1024;
function summaryOf(outcome, reportMd, env) {
  const page = reportMd === void 0 ? refusal(outcome, env) : reportMd + afterword(outcome, env);
  return Buffer.byteLength(page) <= LARGEST_BYTES3 ? page : refusal(outcome, env);
}
function afterword({ page, report }, env) {
  if (page === void 0) return "";
  const flags2 = flagsIn(`${report?.verdict.reason ?? ""} ${report?.verdict.fix ?? ""}`);
  const names2 = flags2.map(([flag, name2]) => `\`${flag}\` is \`${name2}\``);
  const inputs = names2.length === 0 ? "" : `In the workflow: ${names2.join(", ")}.

`;
  return `
${inputs}More on it: ${link(page, env)}
`;
}
function refusal(outcome, env) {
  const { kind, exitCode: exitCode2, code, reasons = [outcome] } = outcome;
  const lines = [
    `## ${exitCode2 === 0 ? "✅" : "❌"} codex-runner: ${kind}`,
    ...reasons.flatMap((reason) => explained(reason, env)),
    `exit code ${exitCode2} · \`${code}\``
  ];
  return `${lines.filter((line) => line !== "").join("\n\n")}
`;
}
function explained({ reason, why, fix, page }, env) {
  return [
    literal(reason),
    ...why === "" ? [] : [`**Why:** ${literal(why)}`],
    ...fix === "" ? [] : [`**What to do:** ${literal(fix)}`],
    ...page === void 0 ? [] : [`More on it: ${link(page, env)}`]
  ];
}
function link(page, env) {
  const address = documentationAddress(page, env);
  return address === void 0 ? `\`${page}\`` : `[${page}](${address})`;
}

// src/step-results.ts
var LARGEST_TEXT_BYTES = 4 * 1024 * 1024;
async function refused(first, others, world2) {
  [first, ...others].forEach((failure) => {
    world2.console.failure(failure);
  });
  const outcome = ofFailures(first, others);
  await tellOutputs(outcome, void 0, void 0, world2);
  await tellSummary(summaryOf(outcome, void 0, world2.env), world2);
  return outcome.exitCode;
}
async function stopped({ exitCode: exitCode2, message }, world2) {
  const outcome = ofExitCode(exitCode2, {
    what: message,
    why: "",
    fix: "Start the job again.",
    code: "cancelled",
    page: EXIT_CODES_PAGE
  });
  annotationsOf(outcome, void 0).commands.forEach((command) => {
    world2.console.command(command);
  });
  await tellOutputs(outcome, void 0, void 0, world2);
  await tellSummary(summaryOf(outcome, void 0, world2.env), world2);
  return exitCode2;
}
async function finish(end, inputs, folders, world2) {
  const check = inputs.command === "rotation-check" ? checkResult(end.stdout, pathAskedFor(inputs)) : void 0;
  const written = await filesOfThisRun(folders.reportFolder, folders.before);
  const outcome = await outcomeOf(end, inputs, check, written, folders, world2);
  if (isRefusedLogin(outcome.code)) showClaims(end.claims, world2);
  const isAgreed = isTheReports(outcome) || check?.exitCode === outcome.exitCode;
  const files = isAgreed ? written : /* @__PURE__ */ new Set();
  const textIn = (name2) => files.has(name2) ? readBounded((0, import_node_path6.join)(folders.reportFolder, name2), LARGEST_TEXT_BYTES, "no-links").catch(() => void 0) : Promise.resolve(void 0);
  check?.lines.forEach((line) => {
    world2.console.line(line);
  });
  const { commands, warnings } = annotationsOf(outcome, await textIn("annotations.txt"));
  commands.forEach((command) => {
    world2.console.command(command);
  });
  warnings.forEach((warning) => {
    world2.console.warning(warning);
  });
  const page = await textIn(check === void 0 ? "report.md" : "rotation-check.md");
  const tell = async (told, published, text3) => {
    await tellOutputs(
      told,
      { folder: folders.reportFolder, files: published },
      isAgreed ? check?.json : void 0,
      world2
    );
    await tellSummary(summaryOf(told, text3, world2.env), world2);
  };
  await tell(outcome, files, page);
  const tampered = await world2.fileCommands.restoreTampered();
  if (tampered.length === 0) return outcome.exitCode;
  const other = afterTampering(outcome, tampered, world2);
  world2.fileCommands.forget("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY");
  await world2.fileCommands.restoreTampered();
  await tell(other, isTheReports(other) ? files : /* @__PURE__ */ new Set(), isTheReports(other) ? page : void 0);
  await world2.fileCommands.restoreTampered();
  return other.exitCode;
}
function pathAskedFor({ sources }) {
  return isInForce(sources, "paths-file") ? void 0 : settingInForce(sources, "vault-path")[0];
}
async function outcomeOf(end, inputs, check, written, folders, world2) {
  const outcome = await judged(end, inputs, check, written, folders, world2);
  return end.tampered.length === 0 ? outcome : afterTampering(outcome, end.tampered, world2);
}
function afterTampering(outcome, tampered, world2) {
  const failure = new ActionFailure("file-commands-tampered", tampered.join(", "));
  world2.console.failure(failure);
  return outcome.exitCode === 0 ? { ...outcome, ...ofFailure(failure) } : outcome;
}
async function judged({ exitCode: exitCode2, stderr, runId }, { command }, check, written, folders, world2) {
  const said = saidBy(stderr, folders);
  if (command === "rotation-check") return ofCheck(exitCode2, check, said);
  const reading = written.has("report.json") ? await readReport((0, import_node_path6.join)(folders.reportFolder, "report.json"), runId) : { kind: "absent" };
  if (reading.kind === "report") return ofReport(reading.report, exitCode2);
  if (reading.kind === "absent" && exitCode2 !== 0) return ofExitCode(exitCode2, said);
  const reason = reading.kind === "absent" ? "it is not there" : reading.reason;
  const failure = new ActionFailure("report-unreadable", String(exitCode2), reason);
  world2.console.failure(failure);
  return exitCode2 === 0 ? ofFailure(failure) : ofExitCode(exitCode2, said);
}
function showClaims(claims, { console: console2 }) {
  if (claims.length === 0) return;
  console2.command("::group::What the job's token says of itself, which Vault refused");
  claims.forEach((claim) => {
    console2.line(claim);
  });
  console2.command("::endgroup::");
  console2.line(
    "A role must have aud in its bound_audiences (input vault-audience), and the others as its bound_claims say: github-action/examples/vault/set-up makes such roles."
  );
}
function saidBy(stderr, folders) {
  const said = saidIn(stderr);
  return said && asSaidInWorkflow(said, configFileOf(folders));
}
async function tellOutputs(outcome, places, checkJson, { console: console2, fileCommands }) {
  const { values, warnings } = outputsOf(outcome, places, checkJson);
  await fileCommands.set("GITHUB_OUTPUT", values);
  warnings.forEach((warning) => {
    console2.warning(warning);
  });
}
async function tellSummary(page, { env, fileCommands }) {
  if (readInputs(env).get("summary") !== "false") await fileCommands.append("GITHUB_STEP_SUMMARY", page);
}

// src/step.ts
var import_promises16 = __toESM(require_promises2(), 1);

// src/address-secrets.ts
var SHORTEST_VALUE = 8;
var WORDS = /^[a-z]+(?:[._-][a-z]+)*$/;
var ADDRESSES = inputNames.filter((name2) => specOf(name2).form === url);
var VARIABLES = /^(?:(?:https?|all)_proxy|npm_config_(?:registry|proxy|https[_-]proxy))$/i;
function addressSecrets(inputs, env) {
  const ofInputs = ADDRESSES.map((name2) => [name2, inputs.get(name2)]);
  const ofVariables = Object.entries(env).filter(([name2]) => VARIABLES.test(name2));
  return [...ofInputs, ...ofVariables].flatMap(
    ([name2, address]) => address === void 0 ? [] : secretsIn(name2, address.trim())
  );
}
function secretsIn(name2, address) {
  const whole = address.includes("://") ? address : `http://${address}`;
  if (!URL.canParse(whole)) return [];
  const { username, password, search } = new URL(whole);
  const user = decoded(username);
  const pass = decoded(password);
  const users = pass === "" ? [user] : [pass, `${user}:${pass}`, password, `${username}:${password}`];
  const values = search.slice(1).split("&").map((pair) => pair.slice(pair.indexOf("=") + 1)).flatMap((value) => [value, decoded(value)]).filter((value) => value.length >= SHORTEST_VALUE && !WORDS.test(value));
  return [...secrets(`the credentials in ${name2}`, users), ...secrets(`the query of ${name2}`, values)];
}
function secrets(name2, values) {
  return [...new Set(values)].filter((value) => value !== "").map((value) => ({ name: name2, value }));
}
function decoded(text3) {
  try {
    return decodeURIComponent(text3);
  } catch {
    return text3;
  }
}

// src/config-text.ts
async function parseConfig(text3) {
  if (text3 === "") return { kind: "read", values: /* @__PURE__ */ new Map() };
  const { parseDocument: parseDocument2 } = await Promise.resolve().then(() => (init_browser(), browser_exports));
  const document = parseDocument2(text3, { schema: "failsafe", logLevel: "silent" });
  const [error] = document.errors;
  if (error !== void 0) return broken(`config is broken YAML: ${firstLine(error.message)}`);
  let content;
  try {
    content = document.toJS({ maxAliasCount: 0 });
  } catch {
    return broken("config must be without aliases (*name)");
  }
  if (content === null || content === "") return { kind: "read", values: /* @__PURE__ */ new Map() };
  if (typeof content !== "object" || Array.isArray(content))
    return broken('config must be lines of "key: value"');
  return {
    kind: "read",
    values: new Map(Object.entries(content).map(([key, value]) => [key, textsOf(value)]))
  };
}
function textsOf(value) {
  return (Array.isArray(value) ? value : [value]).map((item) => typeof item === "string" ? item : "");
}
function firstLine(message) {
  return message.split("\n")[0]?.replace(/:\s*$/, "") ?? "";
}
function broken(problem) {
  return { kind: "broken", problem };
}

// src/vault-inputs.ts
var METHODS = {
  jwt: { needs: [["vault-role"]], inputs: ["vault-role", "vault-audience"] },
  approle: {
    needs: [["vault-role-id"], ["vault-secret-id", "vault-secret-id-file"]],
    inputs: ["vault-role-id", "vault-secret-id"]
  },
  kubernetes: { needs: [["vault-role"]], inputs: ["vault-role"] },
  cert: {
    needs: [["vault-client-cert"], ["vault-client-key"]],
    inputs: ["vault-role", "vault-client-cert", "vault-client-key"]
  },
  ...Object.fromEntries(
    ["userpass", "ldap"].map((method) => [
      method,
      {
        needs: [["vault-username"], ["vault-password", "vault-password-file"]],
        inputs: ["vault-username", "vault-password"]
      }
    ])
  ),
  token: { needs: [["vault-token", "vault-token-file"]], inputs: ["vault-token"] }
};
var OF_ANY_METHOD = /* @__PURE__ */ new Set(["vault-client-cert", "vault-client-key"]);
function vaultProblems(sources) {
  const method = settingInForce(sources, "vault-auth")[0] ?? (hasVault(sources) ? "token" : void 0);
  const login = method === void 0 ? void 0 : METHODS[method];
  return [
    ...withoutVault(sources),
    ...ofOtherMethods(sources, method, login),
    ...missing(sources, method, login)
  ];
}
function hasVault({ env, ...rest }) {
  return isInForce({ env, ...rest }, "vault-addr") || ["BAO_ADDR", "VAULT_ADDR"].some((name2) => variable(env, name2) !== void 0);
}
function withoutVault(sources) {
  const given2 = inputNames.filter((name2) => name2.startsWith("vault-") && sources.inputs.has(name2));
  return given2.length > 0 && !hasVault(sources) ? [`${given2.join(", ")} need vault-url`] : [];
}
function ofOtherMethods({ inputs }, method, login) {
  if (login === void 0) return [];
  return Object.values(METHODS).flatMap((other) => other.inputs).filter((name2, index, all) => all.indexOf(name2) === index).filter((name2) => inputs.has(name2) && !login.inputs.includes(name2) && !OF_ANY_METHOD.has(name2)).map((name2) => `${name2} is not for vault-auth ${method ?? ""}`);
}
function missing(sources, method, login) {
  return (login?.needs ?? []).filter((ways) => !ways.some((way) => isGiven(sources, way))).map((ways) => `vault-auth ${method ?? ""} needs ${ways[0] ?? ""}`);
}
function isGiven(sources, way) {
  return isInForce(sources, way) || sources.inputs.has(way) || variable(sources.env, variableOfSetting(way)) !== void 0 || way === "vault-token" && ["BAO_TOKEN", "VAULT_TOKEN"].some((name2) => variable(sources.env, name2) !== void 0);
}
function lacksIdentityToken(sources) {
  return needsIdentityToken(sources) && !mayAskForIdentityToken(sources.env);
}
function needsIdentityToken(sources) {
  return settingInForce(sources, "vault-auth")[0] === "jwt" && !isInForce(sources, "vault-jwt-file") && variable(sources.env, "CODEX_RUNNER_VAULT_JWT") === void 0;
}
function mayAskForIdentityToken(env) {
  return ["ACTIONS_ID_TOKEN_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"].every(
    (name2) => variable(env, name2) !== void 0
  );
}

// src/input-problems.ts
function inputProblems(inputs, config, env) {
  const values = config.kind === "read" ? config.values : /* @__PURE__ */ new Map();
  const sources = { inputs, env, config: values };
  return [
    ...malformed(inputs),
    ...config.kind === "broken" ? [config.problem] : [],
    ...givenTwice(inputs, values).map(([name2, setting]) => `${name2} stands also in config (as ${setting})`),
    ...ofAnotherCommand(inputs),
    ...promptProblems(sources),
    ...runNameProblems(sources),
    ...programProblems(inputs),
    ...vaultProblems(sources)
  ];
}
function malformed(inputs) {
  return [...inputs].filter(([name2, value]) => !specOf(name2).form.accepts(value)).map(([name2]) => `${name2} must be ${specOf(name2).form.expects}`);
}
function ofAnotherCommand(inputs) {
  const command = commandOf(inputs);
  return inputNames.filter((name2) => inputs.has(name2)).flatMap((name2) => {
    const only = specOf(name2).only;
    return only === void 0 || only === command ? [] : [`${name2} is for command ${only}, not ${command}`];
  });
}
function promptProblems(sources) {
  if (commandOf(sources.inputs) !== "exec") return [];
  const prompt = sources.inputs.has("prompt");
  const file = isInForce(sources, "prompt-file");
  if (prompt && file) return ["prompt and prompt-file are both given: one of them says what is to be done"];
  return prompt || file ? [] : ["prompt or prompt-file must say what is to be done"];
}
function runNameProblems(sources) {
  const [given2 = ""] = settingInForce(sources, "run-name");
  const isElsewhere = !sources.inputs.has("run-name") && given2 !== "";
  return isElsewhere && !runName.accepts(given2) ? [`run-name must be ${runName.expects}`] : [];
}
var PROGRAMS = [
  { input: "runner-jar", with: "runner-version", problem: "excludes" },
  { input: "runner-jar", with: "runner-url", problem: "excludes" },
  { input: "runner-url", with: "runner-version", problem: "needs" },
  { input: "codex-path", with: "codex-registry", problem: "excludes" }
];
function programProblems(inputs) {
  const combined = PROGRAMS.filter(
    ({ input, with: other, problem }) => inputs.has(input) && inputs.has(other) === (problem === "excludes")
  ).map(
    ({ input, with: other, problem }) => problem === "excludes" ? `${input} and ${other} are both given: one is enough` : `${input} needs ${other}`
  );
  const none = !inputs.has("runner-jar") && !inputs.has("runner-version");
  return none ? [
    ...combined,
    "runner-jar must say where codex-runner.jar lies on the machine (or runner-version which one is to be fetched)"
  ] : combined;
}

// src/action-inputs.ts
var SECRET_VARIABLES = [
  "CODEX_ACCESS_TOKEN",
  "CODEX_RUNNER_VAULT_TOKEN",
  "CODEX_RUNNER_VAULT_SECRET_ID",
  "CODEX_RUNNER_VAULT_JWT",
  "CODEX_RUNNER_VAULT_PASSWORD",
  "CODEX_RUNNER_OTEL_HEADERS",
  "VAULT_TOKEN",
  "BAO_TOKEN"
];
async function actionInputs(env) {
  const given2 = readInputs(env);
  const config = await parseConfig(given2.get("config") ?? "");
  const values = config.kind === "read" ? config.values : /* @__PURE__ */ new Map();
  return {
    given: given2,
    command: commandOf(given2),
    sources: { inputs: given2, env, config: values },
    problems: inputProblems(given2, config, env),
    secrets: [...secretInputs(given2), ...addressSecrets(given2, env), ...secretVariables(env)]
  };
}
function secretVariables(env) {
  return SECRET_VARIABLES.flatMap((name2) => {
    const value = variable(env, name2);
    return value === void 0 ? [] : [{ name: name2, value }];
  });
}

// src/encodings.ts
var bytes = (text3) => Buffer.from(text3, "utf8");
var base64 = (secret2) => [0, 1, 2].map((shift) => {
  const content = bytes(secret2);
  const encoded = Buffer.concat([Buffer.alloc(shift), content]).toString("base64");
  const from = Math.ceil(shift * 8 / 6);
  const to = Math.floor((shift + content.length) * 8 / 6);
  return encoded.slice(from, to);
});
var urlSafe = (secret2) => base64(secret2).map((form) => form.replaceAll("+", "-").replaceAll("/", "_"));
var hex = (secret2) => {
  const lower = bytes(secret2).toString("hex");
  return [lower, lower.toUpperCase()];
};
var percent = (secret2) => {
  const strict = encodeURIComponent(secret2.toWellFormed()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
  const lower = strict.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
  const loose = encodeURIComponent(secret2.toWellFormed());
  return [loose, strict, lower].flatMap((form) => [form, form.replaceAll("%20", "+")]);
};
var json = (secret2) => {
  const inner = JSON.stringify(secret2).slice(1, -1);
  const ascii = inner.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
  const forms = [inner, ascii, inner.replaceAll("/", "\\/"), ascii.replaceAll("/", "\\/")];
  return [...forms, JSON.stringify(inner).slice(1, -1)];
};
var xml = (secret2) => {
  const escaped = secret2.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  return [escaped, escaped.replaceAll("'", "&apos;"), escaped.replaceAll("'", "&#39;")];
};
var shell = (secret2) => [secret2.replaceAll("'", "'\\''"), secret2.replace(/["$`\\]/g, "\\$&")];
var literal2 = (secret2) => [secret2];
var encodings = [literal2, base64, urlSafe, hex, percent, json, xml, shell];
function encodedForms(secret2) {
  return [...new Set(encodings.flatMap((encode) => encode(secret2)))];
}

// src/masking.ts
var SHORTEST_MASK = 4;
function masksOf(secrets3) {
  const texts = /* @__PURE__ */ new Set();
  const tooShort = /* @__PURE__ */ new Set();
  for (const { name: name2, value } of secrets3) {
    const whole = value.trim();
    const lines = linesOf(whole);
    if (lines.some((line) => line.length < SHORTEST_MASK)) tooShort.add(name2);
    for (const form of [whole, ...lines].flatMap((text3) => [text3, ...encodedForms(text3)]).flatMap(linesOf)) {
      if (form.length >= SHORTEST_MASK) texts.add(form);
    }
  }
  return { texts: [...texts].sort((one, other) => other.length - one.length), tooShort: [...tooShort] };
}
function linesOf(text3) {
  return text3.split(/[\r\n]+/).map((line) => line.trim()).filter((line) => line !== "");
}

// src/announced-masks.ts
function announceMasks(secrets3, console2) {
  const { texts, tooShort } = masksOf(secrets3);
  texts.forEach((text3) => {
    console2.mask(text3);
  });
  tooShort.forEach((name2) => {
    console2.warning(`A line of ${name2} has fewer than 4 characters and can not be masked in the log.`);
  });
}

// src/ca-bundles.ts
var import_node_path7 = __toESM(require_node_path(), 1);
var PEM = "-----BEGIN ";
var LARGEST_BYTES4 = 8 * 1024 * 1024;
async function caBundles(input, workspace, privateFolder) {
  if (input === void 0) return [];
  if (input.includes(PEM)) return [await writePrivate((0, import_node_path7.join)(privateFolder, "ca-bundle.pem"), `${input}
`)];
  return pathsIn(input, workspace);
}
async function unusableBundles(input, workspace) {
  if (input.includes(PEM)) return [];
  const found = await Promise.all(
    pathsIn(input, workspace).map(async (file) => {
      const reason = await readBounded(file, LARGEST_BYTES4, "follow-links").then(
        (text3) => text3.includes(PEM) ? void 0 : "it holds no PEM block",
        reasonOf
      );
      return reason === void 0 ? [] : [new ActionFailure("ca-bundle-unusable", file, reason)];
    })
  );
  return found.flat();
}
async function certificatesOf(input, workspace) {
  return input.includes(PEM) ? input.match(CERTIFICATE) ?? [] : certificatesIn(pathsIn(input, workspace));
}
function trusting(network, certificates, warn2) {
  let trusted;
  return async () => {
    trusted ??= certificates().then((found) => {
      trust(found, warn2);
    });
    await trusted;
    return network();
  };
}
function trust(certificates, warn2) {
  if (certificates.length === 0) return;
  const tls = process.getBuiltinModule("node:tls");
  if (!("setDefaultCACertificates" in tls)) {
    warn2(
      `ca-bundle can not count for the action's own calls: node ${process.versions.node} takes no further authorities. Update GitHub's runner to one with node 24.5 or newer, or set NODE_EXTRA_CA_CERTS for it.`
    );
    return;
  }
  try {
    tls.setDefaultCACertificates([...tls.getCACertificates("default"), ...certificates]);
  } catch {
  }
}
function pathsIn(input, workspace) {
  return input.split("\n").map((line) => line.trim()).filter((line) => line !== "").map((line) => (0, import_node_path7.resolve)(workspace, line));
}
async function authoritiesForNpm(files, privateFolder) {
  const certificates = await certificatesIn(files);
  if (certificates.length === 0) return {};
  const file = (0, import_node_path7.join)(privateFolder, "npm-authorities.pem");
  return { NODE_EXTRA_CA_CERTS: await writePrivate(file, `${certificates.join("\n")}
`) };
}
async function certificatesIn(files) {
  const bundles = await Promise.all(
    files.map((file) => readBounded(file, LARGEST_BYTES4, "follow-links").catch(() => ""))
  );
  return bundles.flatMap((bundle) => bundle.match(CERTIFICATE) ?? []);
}
var CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

// src/event-file.ts
var LARGEST_BYTES5 = 25 * 1024 * 1024;
async function readEvent(env) {
  const path7 = variable(env, "GITHUB_EVENT_PATH");
  if (path7 === void 0) return void 0;
  try {
    const parsed2 = JSON.parse(await readBounded(path7, LARGEST_BYTES5, "follow-links"));
    return isObject(parsed2) ? parsed2 : void 0;
  } catch {
    return void 0;
  }
}

// src/preparation.ts
var import_node_path15 = __toESM(require_node_path(), 1);

// src/codex-files.ts
var import_promises7 = __toESM(require_promises2(), 1);
var import_node_path8 = __toESM(require_node_path(), 1);

// src/file-digest.ts
var import_node_crypto3 = __toESM(require_node_crypto(), 1);
var LARGEST_BYTES6 = 2 * 1024 * 1024 * 1024;
async function sha256Of(file) {
  const hash = (0, import_node_crypto3.createHash)("sha256");
  for await (const chunk of chunksOf(file, LARGEST_BYTES6, "no-links")) hash.update(chunk);
  return hash.digest("hex");
}

// src/codex-files.ts
function programOf({ installed, digests }) {
  return (0, import_node_path8.join)(installed, digests.folder, "bin", "codex");
}
async function requireCodexFiles(files) {
  const { folder, others } = files.digests;
  const root = await folderWithoutLinks(files.installed, folder);
  const found = await filesBelow(root);
  const unlisted = found.find((name2) => name2 !== PROGRAM && !Object.hasOwn(others, name2));
  if (unlisted !== void 0) throw new ActionFailure("codex-files-added", (0, import_node_path8.join)(root, unlisted));
  for (const [name2, digest2] of Object.entries(others)) {
    const file = (0, import_node_path8.join)(root, name2);
    const has = await sha256Of(file).catch(() => "none, as it can not be read");
    if (has !== digest2) throw new ActionFailure("codex-files-differ", file, has, digest2);
  }
}
var PROGRAM = "bin/codex";
async function folderWithoutLinks(installed, folder) {
  let reached = installed;
  for (const part of folder.split("/")) {
    reached = (0, import_node_path8.join)(reached, part);
    const isFolder2 = await (0, import_promises7.lstat)(reached).then(
      (found) => found.isDirectory(),
      () => false
    );
    if (!isFolder2) throw new ActionFailure("codex-files-differ", reached, "none, as it is no folder", "one");
  }
  return reached;
}
async function filesBelow(root) {
  const entries2 = await (0, import_promises7.readdir)(root, { recursive: true, withFileTypes: true });
  return entries2.filter((entry) => !entry.isDirectory()).map((entry) => (0, import_node_path8.relative)(root, (0, import_node_path8.join)(entry.parentPath, entry.name)));
}

// src/codex-program.ts
var import_promises10 = __toESM(require_promises2(), 1);
var import_node_path11 = __toESM(require_node_path(), 1);

// src/addresses.ts
function bareAddress(address) {
  if (!URL.canParse(address)) return withoutCredentials(address);
  const url2 = new URL(address);
  return withoutCredentials(`${url2.protocol}//${url2.host}${url2.pathname}`);
}
function withoutCredentials(text3) {
  return text3.replace(/(?<=:\/\/)[^\s/"']*@/g, "").replace(/\?[^\s"')]*/g, "").replace(/:\/\/[^\s"')]*/g, (address) => address.replace(/;[^/]*/g, "")).replace(/(?<=:\/\/[^\s/"']*\/)[^\s"')]*\/(?=[^\s/"')]*)/g, "…/");
}

// src/npm-environment.ts
var PASSED = [
  /^(?:HOME|USER|LANG|TMPDIR|NODE_EXTRA_CA_CERTS|SSL_CERT_(?:FILE|DIR))$/,
  /^(?:(?:HTTPS?|ALL|NO)_PROXY|(?:https?|all|no)_proxy)$/,
  // The names that actions/setup-node and npm's own documentation put into .npmrc as ${NAME}.
  /^(?:NODE_AUTH_TOKEN|NPM_TOKEN)$/,
  /^npm_config_(?:(?:user|global)config|registry|cache|ca|cafile|cert|key|proxy|https?[_-]proxy|no_?proxy|strict[_-]ssl|fetch[_-].*|maxsockets|_auth.*|always[_-]auth|(?:prefer[_-])?offline|\/\/.*|@.*)$/i
];
function npmEnvironment(env, path7, registry, added) {
  const kept = Object.entries(env).filter(
    (entry) => entry[1] !== void 0 && PASSED.some((pattern) => pattern.test(entry[0])) && !(registry !== void 0 && /^npm_config_registry$/i.test(entry[0]))
  );
  return {
    ...Object.fromEntries(kept),
    ...added,
    ...registry === void 0 ? {} : { npm_config_registry: registry },
    PATH: path7
  };
}

// src/generated/codex-digests.ts
var codexDigests = {
  "linux-x64": {
    folder: "codex-linux-x64/vendor/x86_64-unknown-linux-musl",
    program: "b452ca20f838a8855a88a41050ee4a694033fff4ea3ecdad5633e6e0e8d13f2b",
    others: {
      "bin/codex-code-mode-host": "e9f2ef68671b2b6ac68902d19e8dafda3f5928e678ecf3f30c74b203a2c403ed",
      "codex-package.json": "28811e0083d220befc827d711fb8c9f4b7f85825b11164ff154e15cfe2540715",
      "codex-path/rg": "e62198eb19b136b88c330af83647b5a962cb99b6b1f066758568f12de1974849",
      "codex-resources/bwrap": "15fd5f2673d2e1c2f80e34e5108462fd014f5e8bbc7b0731f1ab23d1ff1ac140",
      "codex-resources/voice/NOTICE.md": "40097a1799441051aa0b6645cdc819cceb19be73cdd265eb602aa2b15e0b1f48",
      "codex-resources/voice/bin/codex-voice-host": "f8a5420d6feb71141f150369cd44964c037b7d340585a966175cafa11f91cc91",
      "codex-resources/voice/lib/gstreamer-1.0/libgstapp.so": "30768970eaa85954b9a0c6116919cb451deb345461402a785e75002761a911a5",
      "codex-resources/voice/lib/gstreamer-1.0/libgstaudioconvert.so": "8d3acfc4ffdec4270b9b8ae8b13fa740809e9f2fb5649fa455276da8ef2c6393",
      "codex-resources/voice/lib/gstreamer-1.0/libgstaudioresample.so": "f7271c235477879dc386e4453e8ae136ac9b8c8597aa37422fb6c0e3531fc410",
      "codex-resources/voice/lib/gstreamer-1.0/libgstcoreelements.so": "cdf833a5692c4b09e84bb5493518178e747d599873f1b5701f88e8781dd1044c",
      "codex-resources/voice/lib/gstreamer-1.0/libgstopus.so": "2587b1f4058b96cb568caa744de4707f039987b0720a06b6d40a6889764a4ff2",
      "codex-resources/voice/lib/gstreamer-1.0/libgstrtp.so": "67168150d1bbb045a68eb1244dd86b7ec8d883918e8e0b0d66d7cd42940e525a",
      "codex-resources/voice/lib/gstreamer-1.0/libgstrtpmanager.so": "9e2edba8a3439ca0442e39c7164a6a73837e165466987a01ac5c2639e40ad472",
      "codex-resources/voice/lib/libffi.so.8": "9343712fef5adb7f0d00b6f9c96d3b76c7eaed0ff3f96b1db665c221e68c2c7c",
      "codex-resources/voice/lib/libgio-2.0.so.0": "a4f37d4a7c3fe0e80a1a290be55b8626b6ce8d0fabb5d8871ea27903ff76aaf3",
      "codex-resources/voice/lib/libglib-2.0.so.0": "664b2bd9551b86d6916a5929b3869a85f47e917adfa5cf29260d4829faf5fc59",
      "codex-resources/voice/lib/libgmodule-2.0.so.0": "24dcce22648887de4a26843fc186f0eb2c180301ab6e83e3d38effffe71dfb4e",
      "codex-resources/voice/lib/libgobject-2.0.so.0": "5f70b3be636eae5b2cc7a9b09d619d3c6c17b62cf9fb0287914de6bc40565f47",
      "codex-resources/voice/lib/libgstallocators-1.0.so.0": "283f6839a3653c8ee8f70169e4f2c41a54a6e9bbd8561ffecef7dcd628b3158a",
      "codex-resources/voice/lib/libgstapp-1.0.so.0": "d6428d2ed92cacadad80f55d5ea95966a062dba8a8172a740de17bfec944bf21",
      "codex-resources/voice/lib/libgstaudio-1.0.so.0": "878249171ded1a3235e890735a99294efa949285a26353d5cd2f966f2db14ea7",
      "codex-resources/voice/lib/libgstbase-1.0.so.0": "38414d2337eed2fe46bcab2a944426a2ce4ef6877526d7f27217dad2dc24e391",
      "codex-resources/voice/lib/libgstnet-1.0.so.0": "6505e55ed2346a7c66bf3c6daf7d999e83b5a9204d4158092d813b6c4f761e60",
      "codex-resources/voice/lib/libgstpbutils-1.0.so.0": "832ed10c118c4bb44f4a0e87c567c2c16f2907dbf6204aed11be48993a9fbc31",
      "codex-resources/voice/lib/libgstreamer-1.0.so.0": "7faf5c51aa680104f0f59c85d680584366b679ab0425ac06eed6013b54c230c5",
      "codex-resources/voice/lib/libgstrtp-1.0.so.0": "813fbf164173d9dfede20ea9c263724fc8e9fdc3237210bb6b2731a297e397b4",
      "codex-resources/voice/lib/libgsttag-1.0.so.0": "3f10703ec29a96e87cbbb0046d5ae6752e618684b82e048ddbc98032d6ac2abf",
      "codex-resources/voice/lib/libgstvideo-1.0.so.0": "ac37bfbb4969b1127a36f65f43832fde34a1028b5a15e244e07f03ac2da1a088",
      "codex-resources/voice/lib/libintl.so.8": "52508cf6dadff7cc431dd76d1f36754eb4184f56a49f93442f1a48bcb240df20",
      "codex-resources/voice/lib/libopus.so.0": "d42be3ac7baaffd5ca3eef695b63cad6069f80de4e0a042e593fe1bc730b851f",
      "codex-resources/voice/lib/libpcre2-8.so.0": "6d589f935f093df4fbcebf01b7f8afa997378f4a4ac5fd0a76e0c5f604af64b7",
      "codex-resources/voice/lib/libz.so.1": "7088b2cc0f2812f6617666d851bd779925de4350a87ef0a288bbedda87e76083",
      "codex-resources/voice/licenses/LGPL-2.1.txt": "ad2eec519ebd4b5df86ea84dff24ae3bfa2edea846a703b58902dd221ae375db",
      "codex-resources/voice/licenses/Opus.txt": "01e1167d54a096d123cf6dfbbeb19587278845c6481d2d66d545669846079551",
      "codex-resources/voice/licenses/PCRE2.md": "197d8a73ffee0d6b09adba2f9c677b5f5aede24edf89258a68e48248d010d811",
      "codex-resources/voice/licenses/libffi.txt": "17b64dc60f3b6897a60f971e288b973f655c2edcdf08b25f3c3dd5549857881c",
      "codex-resources/voice/licenses/proxy-libintl.txt": "d245807f90032872d1438d741ed21e2490e1175dc8aa3afa5ddb6c8e529b58e5",
      "codex-resources/voice/licenses/sljit.txt": "5f216505c0f6ea3273caec89e766eef93cdeb7bbb0c429f9360116d7c938feeb",
      "codex-resources/voice/licenses/zlib.txt": "e32ff4e00d9d94930537635291da39e7e612703334bf6fde8c7f1686fe8a45a2",
      "codex-resources/voice/manifest.json": "58f2d08a5ddfe689b52c173631cb8dbd105aaa2396d3a0c5b75fb510c8042bba",
      "codex-resources/voice/runtime.json": "665cf878bb240eadc764828ac6215ac8d050375ed379d957f9625a61ed44561c",
      "codex-resources/voice/sources.json": "5613f37012effc3e28cdad52a7c88b9098aaaf7aae43f3cb7199f55ffbb15908"
    }
  }
};

// src/pinned.ts
var runnerDigests = {};
var CODEX_VERSION = "0.169.0";
var pinnedCodex = codexDigests;
function digestsOfCodex(version2) {
  return version2 === CODEX_VERSION ? pinnedCodex[`${process.platform}-${process.arch}`] : void 0;
}

// src/program-on-path.ts
var import_node_fs3 = __toESM(require_node_fs(), 1);
var import_promises8 = __toESM(require_promises2(), 1);
var import_node_path9 = __toESM(require_node_path(), 1);
async function programOnPath(name2, env, workspace, remedy) {
  const candidates = foldersOf(env).map((folder) => (0, import_node_path9.join)(folder, name2));
  const programs = [];
  for (const candidate of candidates) {
    if (!await isProgram(candidate)) continue;
    if (!await isInside(candidate, workspace)) return candidate;
    programs.push(candidate);
  }
  const [first] = programs;
  if (first !== void 0) await requireOutside(`PATH (${name2})`, first, workspace, remedy);
  return void 0;
}
async function pathOutside(env, workspace) {
  const folders = [];
  for (const folder of foldersOf(env)) if (!await isInside(folder, workspace)) folders.push(folder);
  return folders.join(import_node_path9.delimiter);
}
function foldersOf(env) {
  return (variable(env, "PATH") ?? "").split(import_node_path9.delimiter).filter(import_node_path9.isAbsolute);
}
async function isProgram(path7) {
  return Promise.all([(0, import_promises8.access)(path7, import_node_fs3.constants.X_OK), (0, import_promises8.stat)(path7)]).then(
    ([, found]) => found.isFile(),
    () => false
  );
}

// src/short-command.ts
var import_node_child_process = __toESM(require_node_child_process(), 1);
var MOST_OUTPUT_BYTES = 4 * 1024 * 1024;
function outputOf(program, args, env, timeoutMs, folder = "/") {
  return new Promise((settle) => {
    (0, import_node_child_process.execFile)(
      program,
      args,
      {
        env: { ...env },
        cwd: folder,
        timeout: timeoutMs,
        killSignal: "SIGKILL",
        maxBuffer: MOST_OUTPUT_BYTES
      },
      (failed, stdout, stderr) => {
        const code = failed === null ? 0 : typeof failed.code === "number" ? failed.code : 1;
        settle({ exitCode: code, output: `${stdout}${stderr}` });
      }
    );
  });
}

// src/tool-cache.ts
var import_node_fs4 = __toESM(require_node_fs(), 1);
var import_promises9 = __toESM(require_promises2(), 1);
var import_node_path10 = __toESM(require_node_path(), 1);
var RUNNER_TOOL = "codex-runner";
var CODEX_TOOL = "codex-runner-codex";
var ABANDONED_MS = 60 * 6e4;
var ToolCache = class {
  root;
  job;
  /** @param job marks what is unfinished, so that the post step finds it: {@link unfinishedEntries} */
  constructor(env, job) {
    this.root = rootOf(env);
    this.job = job;
  }
  async find(tool, version2) {
    const place = this.place(tool, version2);
    if (place === void 0) return void 0;
    const complete = await exists(`${place}.complete`) && await exists(place);
    return complete ? place : void 0;
  }
  /** Where it lies from now on: in the cache, or where it was if the cache can't take it. */
  async keep(folder, tool, version2) {
    const place = this.place(tool, version2);
    if (place === void 0) return folder;
    const sibling = `${place}.${this.job}`;
    try {
      await (0, import_promises9.mkdir)((0, import_node_path10.dirname)(place), { recursive: true });
      await (0, import_promises9.cp)(folder, sibling, {
        recursive: true,
        verbatimSymlinks: true,
        mode: import_node_fs4.constants.COPYFILE_FICLONE
      });
      const faster = await this.find(tool, version2);
      if (faster !== void 0) return faster;
      await removeAbandoned(place, `${sibling}-old`);
      await (0, import_promises9.rename)(sibling, place);
      await (0, import_promises9.writeFile)(`${place}.complete`, "");
      return place;
    } catch {
      return await this.find(tool, version2) ?? folder;
    } finally {
      await (0, import_promises9.rm)(sibling, { recursive: true, force: true });
    }
  }
  place(tool, version2) {
    return this.root === void 0 ? void 0 : (0, import_node_path10.join)(this.root, tool, version2, process.arch);
  }
};
async function removeAbandoned(place, aside) {
  const age = await (0, import_promises9.stat)(place).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0
  );
  if (age < ABANDONED_MS) return;
  await (0, import_promises9.rename)(place, aside);
  await (0, import_promises9.rm)(aside, { recursive: true, force: true });
}
function rootOf(env) {
  return variable(env, "RUNNER_TOOL_CACHE");
}
async function exists(path7) {
  return (0, import_promises9.access)(path7).then(
    () => true,
    () => false
  );
}

// src/codex-program.ts
var INSTALL_MS = 10 * 6e4;
var REMEDY = "Install npm on the machine, or codex itself, and name that: codex-path.";
async function installCodex(wanted, env, cache) {
  const kept = await cache.find(CODEX_TOOL, wanted.version);
  const folder = kept ?? await install(wanted, env, cache);
  const installed = (0, import_node_path11.join)(folder, "node_modules", "@openai");
  const { version: version2, digests } = wanted;
  if (digests === void 0) return { path: (0, import_node_path11.join)(installed, "codex"), version: version2 };
  const files = { installed, digests };
  return { path: programOf(files), version: version2, sha256: digests.program, files };
}
async function install(wanted, env, cache) {
  await (0, import_promises10.mkdir)(wanted.temporaryFolder, { recursive: true });
  const folder = await (0, import_promises10.realpath)(await (0, import_promises10.mkdtemp)((0, import_node_path11.join)(wanted.temporaryFolder, "codex-")));
  await run(wanted, env, folder);
  const kept = await cache.keep(folder, CODEX_TOOL, wanted.version);
  if (kept !== folder) await (0, import_promises10.rm)(folder, { recursive: true, force: true });
  return kept;
}
async function run(wanted, env, folder) {
  const { version: version2, workspace, registry } = wanted;
  const npm = await programOnPath("npm", env, workspace, REMEDY);
  if (npm === void 0) throw new ActionFailure("codex-not-installed", version2, "npm is not on PATH");
  const isPinned = version2 === CODEX_VERSION;
  if (isPinned) await (0, import_promises10.cp)(wanted.lockFolder, folder, { recursive: true });
  else await (0, import_promises10.writeFile)((0, import_node_path11.join)(folder, "package.json"), JSON.stringify({ private: true }));
  const task = isPinned ? ["ci"] : ["install", "--save-exact", `@openai/codex@${version2}`];
  const { exitCode: exitCode2, output } = await outputOf(
    npm,
    [...task, `--prefix=${folder}`, "--ignore-scripts", "--no-audit", "--no-fund"],
    npmEnvironment(env, await pathOutside(env, workspace), registry, wanted.variables),
    INSTALL_MS,
    folder
  );
  if (exitCode2 === 0) return;
  const Failure = npmTroubleMayPass(output) ? PassingFailure : ActionFailure;
  throw new Failure("codex-not-installed", version2, lastWords(output));
}
function lastWords(output) {
  const errors = output.split("\n").filter((line) => line.startsWith("npm error")).map((line) => line.slice("npm error".length).trim());
  return withoutCredentials(errors.slice(0, 3).join(" ")).slice(0, 500) || "npm said nothing";
}

// src/generated/jvm-options.ts
var jvmOptions = [
  "-XX:+DisableAttachMechanism",
  "-XX:-HeapDumpOnOutOfMemoryError",
  "-XX:-CreateCoredumpOnCrash",
  "-XX:ErrorFile=/dev/null",
  "-XX:-UsePerfData",
  "-XX:Tier4InvocationThreshold=50000",
  "-XX:Tier4CompileThreshold=150000",
  "-XX:Tier4BackEdgeThreshold=400000",
  "-Xshare:auto",
  "-XX:+UseSerialGC",
  "-Xmx128m",
  "-Djdk.http.auth.tunneling.disabledSchemes=",
  "-Dfile.encoding=UTF-8"
];

// src/identity-token.ts
var WAITS_MS = [1e3, 3e3, 9e3];
async function requestIdentityToken(ask, pause4) {
  for (const wait of WAITS_MS) {
    const answer = await attempt(ask);
    if (answer.kind === "token") return answer.token;
    if (!answer.mayPass) throw refused2(answer);
    await pause4(wait);
  }
  const last = await attempt(ask);
  if (last.kind === "token") return last.token;
  throw refused2(last);
}
var TOKEN = /^[!-~]+$/;
async function attempt(ask) {
  try {
    const answer = await ask();
    return typeof answer === "string" && TOKEN.test(answer) ? { kind: "token", token: answer } : { kind: "none", reason: "the answer of the token service holds no token", mayPass: false };
  } catch (failed) {
    const reason = (failed instanceof Error ? failed.message : String(failed)).replace(/\s+/g, " ").trim();
    return { kind: "none", reason, mayPass: !REFUSED_FOR_GOOD.test(reason) };
  }
}
var REFUSED_FOR_GOOD = /Error Code : 4(?:00|01|03|04)\b|Unable to get ACTIONS_ID_TOKEN|certificate|statusCode=40[37]\b/;
function refused2({ reason, mayPass: mayPass2 }) {
  const Failure = mayPass2 ? PassingFailure : ActionFailure;
  return new Failure("identity-token-refused", reason.slice(0, 300));
}

// src/invocation.ts
var import_node_path12 = __toESM(require_node_path(), 1);
var MARK_VARIABLE = "CODEXRUNNER_ACTION_ID";
function invocation(inputs, env, prepared) {
  const isExec = commandOf(inputs) === "exec";
  const proxies2 = proxyVariables(inputs.get("proxy"), inputs.get("no-proxy"));
  const added = { ...proxies2.added, ...secrets2(inputs, prepared), [MARK_VARIABLE]: prepared.mark };
  return {
    args: [
      ...isExec ? ["exec"] : ["rotation", "check", "--json"],
      ...prepared.configFile === void 0 ? [] : [`--config=${prepared.configFile}`],
      ...inputNames.filter((name2) => inputs.has(name2)).flatMap((name2) => flags(name2, inputs, prepared)),
      ...prepared.caFiles.map((file) => `--ca-bundle=${file}`),
      ...isExec ? execFlags(inputs, prepared) : checkFlags(prepared)
    ],
    env: childEnvironment(env, added, proxies2.removed),
    stdin: inputs.get("prompt") ?? ""
  };
}
function flags(name2, inputs, prepared) {
  const { setting, form, flagOf } = specOf(name2);
  const value = inputs.get(name2) ?? "";
  if (setting === void 0 || (flagOf ?? commandOf(inputs)) !== commandOf(inputs)) return [];
  const special = SPECIAL[name2];
  if (special !== void 0) return special(value);
  const texts = form.kind === "list" ? entries(value) : [value];
  return texts.map((one) => `--${setting}=${form.kind === "path" ? (0, import_node_path12.resolve)(prepared.workspace, one) : one}`);
}
var SPECIAL = {
  // Written below, as files and where the report goes.
  "ca-bundle": () => [],
  "report-dir": () => [],
  effort: (value) => [`--codex-config=model_reasoning_effort=${JSON.stringify(value)}`]
};
function execFlags(inputs, { reportFolder, codex }) {
  return [
    `--report-dir=${reportFolder}`,
    ...codex === void 0 ? [] : [`--codex-path=${codex.path}`],
    ...codex === void 0 || inputs.has("codex-version") ? [] : [`--codex-version=${codex.version}`],
    ...codex?.sha256 === void 0 || inputs.has("codex-sha256") ? [] : [`--codex-sha256=${codex.sha256}`],
    ...inputs.has("prompt") ? ["-"] : []
  ];
}
function checkFlags({ reportFolder }) {
  return [
    `--summary-file=${(0, import_node_path12.resolve)(reportFolder, "rotation-check.md")}`,
    `--junit-file=${(0, import_node_path12.resolve)(reportFolder, "junit.xml")}`
  ];
}
function secrets2(inputs, { identityToken }) {
  const given2 = [
    ["CODEX_RUNNER_VAULT_JWT", identityToken],
    ["CODEX_RUNNER_VAULT_SECRET_ID", inputs.get("vault-secret-id")],
    ["CODEX_RUNNER_VAULT_PASSWORD", inputs.get("vault-password")],
    ["CODEX_RUNNER_VAULT_TOKEN", inputs.get("vault-token")]
  ];
  return Object.fromEntries(
    given2.filter((entry) => entry[1] !== void 0)
  );
}

// src/java.ts
var import_promises11 = __toESM(require_promises2(), 1);
var import_node_path13 = __toESM(require_node_path(), 1);
var OLDEST_JAVA = 17;
var LARGEST_RELEASE_BYTES = 1024 * 1024;
var REMEDY2 = "Use a Java that is installed on the machine.";
async function findJava(javaHome, env, workspace) {
  const [home, origin] = homeOf(javaHome, env);
  const program = home === void 0 ? await programOnPath("java", env, workspace, REMEDY2) : (0, import_node_path13.join)(home, "bin", "java");
  if (program === void 0)
    throw new ActionFailure("java-missing", "neither java-home nor JAVA_HOME nor PATH leads to one");
  if (!await isProgram(program))
    throw new ActionFailure("java-missing", `${origin} is ${home ?? ""}, which has no bin/java`);
  await requireOutside(origin, program, workspace, REMEDY2);
  const version2 = await versionFromRelease(program) ?? await versionFromProgram(program);
  if (version2 === void 0 || version2 < OLDEST_JAVA) {
    throw new ActionFailure(
      "java-too-old",
      program,
      version2 === void 0 ? "of an unknown version" : String(version2)
    );
  }
  return program;
}
var IMAGE_VARIABLES = [25, 21, 17].flatMap((version2) => [
  `JAVA_HOME_${version2}_X64`,
  `JAVA_HOME_${version2}_ARM64`
]);
function homeOf(javaHome, env) {
  if (javaHome !== void 0) return [javaHome, "java-home"];
  const name2 = ["JAVA_HOME", ...IMAGE_VARIABLES].find((candidate) => variable(env, candidate) !== void 0);
  return name2 === void 0 ? [void 0, "PATH"] : [variable(env, name2), name2];
}
async function versionFromRelease(program) {
  try {
    const file = (0, import_node_path13.join)((0, import_node_path13.dirname)((0, import_node_path13.dirname)(await (0, import_promises11.realpath)(program))), "release");
    const release = await readBounded(file, LARGEST_RELEASE_BYTES, "follow-links");
    return majorVersion(/^JAVA_VERSION="(?<version>[^"]*)"/m.exec(release)?.groups?.["version"]);
  } catch {
    return void 0;
  }
}
async function versionFromProgram(program) {
  const { output } = await outputOf(program, ["-version"], {}, 3e4);
  return majorVersion(/ version "(?<version>[^"]*)"/.exec(output)?.groups?.["version"]);
}
function majorVersion(text3) {
  const found = /^(?:1\.)?(?<major>\d+)/.exec(text3 ?? "")?.groups?.["major"];
  return found === void 0 ? void 0 : Number(found);
}

// src/runner-jar.ts
var import_node_fs5 = __toESM(require_node_fs(), 1);
var import_promises12 = __toESM(require_promises2(), 1);
var import_node_path14 = __toESM(require_node_path(), 1);
var FILE = "codex-runner.jar";
var LARGEST_BYTES7 = 200 * 1024 * 1024;
var REMEDY3 = "Put the jar elsewhere on the machine, or name its digest: runner-sha256.";
async function findRunnerJar(inputs, env, places, network) {
  const given2 = inputs.get("runner-jar");
  if (given2 !== void 0)
    return jarOnTheMachine((0, import_node_path14.resolve)(places.workspace, given2), inputs.get("runner-sha256"), places);
  const version2 = inputs.get("runner-version") ?? "";
  const digest2 = inputs.get("runner-sha256") ?? runnerDigests[version2];
  if (digest2 === void 0) throw new ActionFailure("runner-digest-unknown", version2);
  const { cache } = places;
  const kept = await cache.find(RUNNER_TOOL, version2);
  if (kept !== void 0) return checkedCopy((0, import_node_path14.join)(kept, FILE), digest2, places);
  const url2 = inputs.get("runner-url") ?? releaseUrl(env, version2);
  const fetched = (0, import_node_path14.join)(await (0, import_promises12.mkdtemp)((0, import_node_path14.join)(places.privateFolder, "jar-")), FILE);
  const { fetchFile } = await network();
  await fetchFile(url2, fetched, LARGEST_BYTES7).catch((failed) => {
    const reason = withoutCredentials(reasonOf(failed));
    throw failureBy(failed, "runner-not-fetched", version2, bareAddress(url2), reason);
  });
  const copy = await checkedCopy(fetched, digest2, places, bareAddress(url2));
  await cache.keep((0, import_node_path14.dirname)(fetched), RUNNER_TOOL, version2);
  return copy;
}
async function jarOnTheMachine(path7, digest2, places) {
  const isFile = await (0, import_promises12.stat)(path7).then(
    (found) => found.isFile(),
    () => false
  );
  if (!isFile) throw new ActionFailure("runner-jar-missing", path7);
  if (digest2 !== void 0) return checkedCopy(path7, digest2, places);
  await requireOutside("runner-jar", path7, places.workspace, REMEDY3);
  await requireJar(path7);
  return { path: path7, sha256: void 0 };
}
var ZIP = Buffer.from("PK");
async function requireJar(path7) {
  const begin = await beginOf(path7).catch((failed) => {
    throw new ActionFailure("runner-jar-unusable", path7, reasonOf(failed));
  });
  if (!begin.equals(ZIP))
    throw new ActionFailure("runner-jar-unusable", path7, "it does not begin as a jar does");
}
async function beginOf(path7) {
  const file = await (0, import_promises12.open)(path7, import_node_fs5.constants.O_RDONLY | import_node_fs5.constants.O_NONBLOCK);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(ZIP.length), 0, ZIP.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
async function checkedCopy(path7, sha256, { privateFolder }, origin = path7) {
  const jar = { path: (0, import_node_path14.join)(privateFolder, FILE), sha256 };
  await copyBounded(path7, jar.path, LARGEST_BYTES7).catch((failed) => {
    throw new ActionFailure("runner-digest-differs", origin, `none (${reasonOf(failed)})`, sha256);
  });
  await requireDigest(jar, origin);
  return jar;
}
async function requireDigest({ path: path7, sha256 }, origin = path7) {
  if (sha256 === void 0) return;
  const has = await sha256Of(path7);
  if (has !== sha256.toLowerCase()) throw new ActionFailure("runner-digest-differs", origin, has, sha256);
}
function releaseUrl(env, version2) {
  const server = variable(env, "GITHUB_SERVER_URL") ?? "https://github.com";
  const repository = variable(env, "GITHUB_ACTION_REPOSITORY");
  if (repository === void 0) throw new ActionFailure("runner-address-unknown", version2);
  return `${server}/${repository}/releases/download/v${version2}/${FILE}`;
}

// src/preparation.ts
async function prepare(inputs, workspace, folders, world2) {
  const { given: given2 } = inputs;
  const { privateFolder, reportFolder } = folders;
  const caFiles = await caBundles(given2.get("ca-bundle"), workspace, privateFolder);
  const java = await findJava(given2.get("java-home"), world2.env, workspace);
  const cache = new ToolCache(world2.env, folders.id);
  const jar = await findRunnerJar(given2, world2.env, { workspace, privateFolder, cache }, world2.network);
  const codex = await codexProgram(inputs, caFiles, workspace, folders, world2, cache);
  const config = given2.get("config");
  const { args, env, stdin } = invocation(given2, world2.env, {
    workspace,
    reportFolder,
    configFile: config && await writePrivate(configFileOf(folders), `${config}
`),
    caFiles,
    codex,
    // Asked for last: it lives five minutes.
    identityToken: await identityTokenFor(inputs, world2),
    mark: folders.id
  });
  await requireDigest(jar);
  if (codex?.files !== void 0) await requireCodexFiles(codex.files);
  return { program: java, args: [...jvmOptions, "-jar", jar.path, ...args], env, folder: workspace, stdin };
}
var CODEX_REMEDY = "Install codex elsewhere on the machine, or name the digest of its native program: codex-sha256.";
async function codexProgram({ command, given: given2, sources }, caFiles, workspace, folders, world2, cache) {
  if (command !== "exec") return void 0;
  const [path7] = settingInForce(sources, "codex-path");
  if (path7 !== void 0) {
    const isPinned = isInForce(sources, "codex-sha256");
    if (!isPinned) await requireOutside("codex-path", (0, import_node_path15.resolve)(workspace, path7), workspace, CODEX_REMEDY);
    return void 0;
  }
  const authorities = variable(world2.env, "NODE_EXTRA_CA_CERTS") === void 0 ? await authoritiesForNpm(caFiles, folders.privateFolder) : {};
  const version2 = settingInForce(sources, "codex-version")[0] ?? CODEX_VERSION;
  const wanted = {
    version: version2,
    digests: digestsOfCodex(version2),
    registry: given2.get("codex-registry"),
    workspace,
    temporaryFolder: folders.privateFolder,
    lockFolder: (0, import_node_path15.join)(world2.actionFolder, "codex"),
    variables: { ...authorities, [MARK_VARIABLE]: folders.id }
  };
  return installCodex(wanted, world2.env, cache);
}
async function identityTokenFor({ given: given2, sources }, world2) {
  if (!needsIdentityToken(sources)) return void 0;
  const { identityToken } = await world2.network();
  const request = {
    url: variable(world2.env, "ACTIONS_ID_TOKEN_REQUEST_URL"),
    token: variable(world2.env, "ACTIONS_ID_TOKEN_REQUEST_TOKEN"),
    audience: given2.get("vault-audience")
  };
  const value = await requestIdentityToken(() => identityToken(request), world2.pause);
  const signature = value.slice(value.lastIndexOf(".") + 1);
  const name2 = "the identity token";
  announceMasks(
    [value, signature].map((secret2) => ({ name: name2, value: secret2 })),
    world2.console
  );
  return value;
}

// node_modules/@actions/core/lib/command.js
var os = __toESM(require_os(), 1);

// node_modules/@actions/core/lib/file-command.js
var crypto = __toESM(require_crypto(), 1);
var fs = __toESM(require_fs(), 1);
var os2 = __toESM(require_os(), 1);

// node_modules/@actions/core/lib/core.js
var os5 = __toESM(require_os(), 1);
var path6 = __toESM(require_path(), 1);

// node_modules/@actions/core/lib/summary.js
var import_os = __toESM(require_os(), 1);
var import_fs = __toESM(require_fs(), 1);
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve8) {
      resolve8(value);
    });
  }
  return new (P || (P = Promise))(function(resolve8, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve8(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access: access3, appendFile, writeFile: writeFile5 } = import_fs.promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access3(pathFromEnv, import_fs.constants.R_OK | import_fs.constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile5 : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text3, addEOL = false) {
    this._buffer += text3;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(import_os.EOL);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text3, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text3);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text3, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text3, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text3, href) {
    const element = this.wrap("a", text3, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();

// node_modules/@actions/core/lib/path-utils.js
var path2 = __toESM(require_path(), 1);

// node_modules/@actions/core/lib/platform.js
var import_os2 = __toESM(require_os(), 1);

// node_modules/@actions/exec/lib/exec.js
var import_string_decoder = __toESM(require_string_decoder(), 1);

// node_modules/@actions/exec/lib/toolrunner.js
var os3 = __toESM(require_os(), 1);
var events = __toESM(require_events(), 1);
var child = __toESM(require_child_process(), 1);
var path5 = __toESM(require_path(), 1);

// node_modules/@actions/io/lib/io.js
var import_assert = __toESM(require_assert(), 1);
var path4 = __toESM(require_path(), 1);

// node_modules/@actions/io/lib/io-util.js
var fs2 = __toESM(require_fs(), 1);
var path3 = __toESM(require_path(), 1);
var { chmod, copyFile, lstat: lstat6, mkdir: mkdir4, open: open4, readdir: readdir3, rename: rename2, rm: rm5, rmdir, stat: stat4, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;

// node_modules/@actions/exec/lib/toolrunner.js
var import_timers = __toESM(require_timers(), 1);
var IS_WINDOWS2 = process.platform === "win32";

// node_modules/@actions/core/lib/platform.js
var platform = import_os2.default.platform();
var arch = import_os2.default.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));

// src/saved-state.ts
var NAME = "codex-runner";
async function save({ id, privateFolder }, fileCommands, runId) {
  await fileCommands.set("GITHUB_STATE", { [NAME]: JSON.stringify({ mark: id, privateFolder, runId }) });
}

// src/line-relay.ts
var import_node_string_decoder = __toESM(require_node_string_decoder(), 1);
var LONGEST_LINE = 32 * 1024;
var LineRelay = class {
  decoder = new import_node_string_decoder.StringDecoder("utf8");
  masked;
  write;
  rest = "";
  /** @param masked what GitHub's runner masks, which it does line by line: no line ends within one of these */
  constructor(write2, masked = []) {
    this.write = write2;
    this.masked = masked;
  }
  push(chunk) {
    this.take(this.decoder.write(chunk));
  }
  /** The last line gets an end: what is printed next must begin a line of its own. */
  end() {
    this.take(this.decoder.end());
    if (this.rest !== "") this.writeLine(this.rest);
    this.rest = "";
  }
  take(text3) {
    const lines = (this.rest + text3).split("\n");
    this.rest = lines.pop() ?? "";
    lines.forEach((line) => {
      this.writeLine(line);
    });
    const longest = this.masked.reduce((length, text4) => Math.max(length, text4.length), 0);
    while (this.rest.length > LONGEST_LINE + longest) {
      const cut2 = this.cut();
      this.writeLine(this.rest.slice(0, cut2));
      this.rest = this.rest.slice(cut2);
    }
  }
  /** At a blank where there is one near; never within a masked text, unless that is all there is. */
  cut() {
    const blank = this.rest.lastIndexOf(" ", LONGEST_LINE - 1) + 1;
    let cut2 = blank > LONGEST_LINE / 2 ? blank : LONGEST_LINE;
    for (let moved = true; moved; ) {
      moved = false;
      for (const text3 of this.masked) {
        const at = this.rest.indexOf(text3, Math.max(0, cut2 - text3.length + 1));
        if (at <= 0 || at >= cut2) continue;
        cut2 = at;
        moved = true;
      }
    }
    return cut2;
  }
  writeLine(line) {
    this.write(`${harmless(line.endsWith("\r") ? line.slice(0, -1) : line)}
`);
  }
};

// src/run-id.ts
var import_promises13 = __toESM(require_promises2(), 1);
var import_promises14 = __toESM(require_promises(), 1);
var RUN_VARIABLE = "CODEXRUNNER_RUN_ID";
var ASSIGNMENT = new RegExp(`^${RUN_VARIABLE}=([A-Za-z0-9-]{16,64}?)(?:-aside)?$`);
var FIRST_LOOK_MS = 100;
var LONGEST_PAUSE_MS = 1e3;
async function runIdOf(runner) {
  const numbers = (await (0, import_promises13.readdir)("/proc")).filter((entry) => /^\d+$/.test(entry));
  const found = await Promise.all(numbers.map((pid) => markOfChild(pid, runner)));
  return found.find((id) => id !== void 0);
}
async function awaitRunId(runner, until) {
  for (let wait = FIRST_LOOK_MS; !until.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    const id = await runIdOf(runner);
    if (id !== void 0) return id;
    await (0, import_promises14.setTimeout)(wait, void 0, { signal: until, ref: false }).catch(() => void 0);
  }
  return void 0;
}
async function markOfChild(pid, runner) {
  try {
    const stat5 = await (0, import_promises13.readFile)(`/proc/${pid}/stat`, "latin1");
    const [, parent] = stat5.slice(stat5.lastIndexOf(")") + 2).split(" ");
    if (Number(parent) !== runner) return void 0;
    const environment = (await (0, import_promises13.readFile)(`/proc/${pid}/environ`, "latin1")).split("\0");
    return environment.map((assignment) => ASSIGNMENT.exec(assignment)?.[1]).find((id) => id !== void 0);
  } catch {
    return void 0;
  }
}

// src/runner-process.ts
var import_node_child_process2 = __toESM(require_node_child_process(), 1);
var import_node_os2 = __toESM(require_node_os(), 1);

// src/pumped-output.ts
var import_promises15 = __toESM(require_promises(), 1);
function pump(output, sink) {
  let moved = performance.now();
  let isOpen = true;
  const read = async () => {
    try {
      for await (const chunk of output) {
        await sink(chunk);
        moved = performance.now();
      }
    } catch {
    }
    isOpen = false;
  };
  const finished = read();
  return {
    end: async (idleMs) => {
      moved = performance.now();
      for (let left = idleMs; isOpen && left > 0; left = moved + idleMs - performance.now()) {
        const bound = new AbortController();
        await Promise.race([
          finished,
          (0, import_promises15.setTimeout)(left, void 0, { signal: bound.signal }).catch(() => void 0)
        ]);
        bound.abort();
      }
      output.destroy();
    }
  };
}

// src/runner-process.ts
var RUNNER_LIMITS = { killAfterMs: 7500, drainMs: 2e3 };
var SIGNAL_BASE = 128;
var SHELL_LINE = 'ulimit -c 0 2>/dev/null; exec "$@"';
async function runToTheEnd(command, sinks, cancellation2, limits = RUNNER_LIMITS) {
  cancellation2.requireNone();
  const child2 = (0, import_node_child_process2.spawn)("/bin/sh", ["-c", SHELL_LINE, "sh", command.program, ...command.args], {
    cwd: command.folder,
    env: { ...command.env },
    stdio: ["pipe", "pipe", "pipe"]
  });
  const outputs = [pump(child2.stdout, sinks.stdout), pump(child2.stderr, sinks.stderr)];
  child2.stdin.on("error", () => void 0);
  passSignalsOn(child2, cancellation2, limits.killAfterMs);
  const ended = endOf(child2, command.program);
  if (child2.pid !== void 0) sinks.started(child2.pid);
  child2.stdin.end(command.stdin);
  const exitCode2 = await ended;
  await Promise.all(outputs.map((output) => output.end(limits.drainMs)));
  return exitCode2;
}
function endOf(child2, program) {
  return new Promise((settle, fail) => {
    child2.once("error", (failed) => {
      fail(new ActionFailure("runner-not-started", program, reasonOf(failed)));
    });
    child2.once("exit", (code, signal) => {
      settle(code ?? SIGNAL_BASE + (signal === null ? 0 : import_node_os2.constants.signals[signal]));
    });
  });
}
function passSignalsOn(child2, cancellation2, killAfterMs) {
  cancellation2.onSignal((signal) => {
    child2.kill(signal);
    setTimeout(() => child2.kill("SIGKILL"), killAfterMs).unref();
  });
}

// src/stopped-commands.ts
var import_node_crypto4 = __toESM(require_node_crypto(), 1);
async function stoppedCommands(write2, task) {
  const token = (0, import_node_crypto4.randomUUID)();
  write2(`::stop-commands::${token}
`);
  try {
    return await task();
  } finally {
    write2(`::${token}::
`);
  }
}

// src/tail.ts
var Tail = class {
  longest;
  chunks = [];
  size = 0;
  constructor(longest) {
    this.longest = longest;
  }
  push(chunk) {
    if (this.longest === 0) return;
    this.chunks.push(chunk);
    this.size += chunk.length;
    for (let [first] = this.chunks; first !== void 0 && this.size - first.length >= this.longest; [first] = this.chunks) {
      this.size -= first.length;
      this.chunks.shift();
    }
  }
  text() {
    const all = Buffer.concat(this.chunks);
    return all.subarray(Math.max(0, all.length - this.longest)).toString("utf8");
  }
};

// src/supervised-run.ts
var LAST_WORDS = 64 * 1024;
var LARGEST_CHECK = 8 * 1024 * 1024;
async function runSupervised(command, kind, folders, { write: write2, drained: drained2, cancellation: cancellation2, fileCommands, console: console2 }) {
  const stderr = new Tail(LAST_WORDS);
  const stdout = new Tail(kind === "exec" ? 0 : LARGEST_CHECK);
  const relay = new LineRelay(write2, console2.masked());
  const ended = new AbortController();
  let saved = Promise.resolve(void 0);
  const sinks = {
    started: (pid) => {
      saved = awaitRunId(pid, ended.signal).then(async (runId2) => {
        if (runId2 !== void 0) await save(folders, fileCommands, runId2);
        return runId2;
      });
    },
    stdout: (chunk) => {
      stdout.push(chunk);
    },
    stderr: (chunk) => {
      stderr.push(chunk);
      relay.push(chunk);
      return drained2();
    }
  };
  const exitCode2 = await stoppedCommands(write2, async () => {
    try {
      return await runToTheEnd(command, sinks, cancellation2);
    } finally {
      ended.abort();
      relay.end();
    }
  });
  const runId = await saved;
  const tampered = await fileCommands.restoreTampered();
  return { exitCode: exitCode2, stderr: stderr.text(), stdout: stdout.text(), runId, tampered };
}

// src/allowed-events.ts
var STRANGERS_TEXT = "Everybody who can read the repository can cause it and chooses its text.";
var knownEvents = {
  push: { byDefault: true, causedBy: "writer", reason: "Whoever pushes may write to the repository." },
  workflow_dispatch: {
    byDefault: true,
    causedBy: "writer",
    reason: "Started by hand, by somebody who may write."
  },
  schedule: {
    byDefault: true,
    causedBy: "nobody",
    reason: "Started by GitHub, with what the default branch holds."
  },
  merge_group: { byDefault: true, causedBy: "nobody", reason: "What is in the queue was approved before." },
  release: { byDefault: true, causedBy: "writer", reason: "Only those who may write publish a release." },
  pull_request: {
    byDefault: true,
    causedBy: "anybody",
    reason: "Of a branch of the same repository; one of a fork is the risk `fork`, refused by its own name."
  },
  pull_request_review: { byDefault: false, causedBy: "anybody", reason: STRANGERS_TEXT },
  pull_request_review_comment: { byDefault: false, causedBy: "anybody", reason: STRANGERS_TEXT },
  pull_request_target: {
    byDefault: false,
    causedBy: "anybody",
    reason: "A stranger's pull request starts it with the rights of the base; also the risk `pull-request-target`."
  },
  workflow_run: {
    byDefault: false,
    causedBy: "anybody",
    reason: "It has full rights, and follows a run that a fork may have begun."
  },
  issues: { byDefault: false, causedBy: "anybody", reason: STRANGERS_TEXT },
  issue_comment: { byDefault: false, causedBy: "anybody", reason: STRANGERS_TEXT },
  discussion: { byDefault: false, causedBy: "anybody", reason: STRANGERS_TEXT },
  discussion_comment: { byDefault: false, causedBy: "anybody", reason: STRANGERS_TEXT },
  commit_comment: { byDefault: false, causedBy: "anybody", reason: STRANGERS_TEXT },
  repository_dispatch: {
    byDefault: false,
    causedBy: "writer",
    reason: "Another system sends it, mostly with text that was written elsewhere."
  }
};
var UNKNOWN = {
  byDefault: false,
  causedBy: "anybody",
  reason: "It is none of those that only people who may write to the repository cause."
};
function eventTrust(event) {
  return Object.hasOwn(knownEvents, event) ? knownEvents[event] ?? UNKNOWN : UNKNOWN;
}
function listWith(event, allowEvents) {
  const now = allowEvents.length > 0 ? allowEvents : Object.keys(knownEvents).filter((name2) => mayStart(name2, []));
  return [.../* @__PURE__ */ new Set([...now, event])].filter((name2) => name2 !== "").join(", ");
}
function mayStart(event, allowEvents) {
  return allowEvents.length > 0 ? allowEvents.includes(event) : eventTrust(event).byDefault;
}

// src/actors.ts
function actorsOf(env, event) {
  const caused = variable(env, "GITHUB_ACTOR");
  const started = variable(env, "GITHUB_TRIGGERING_ACTOR");
  const nobodys = eventTrust(eventName(env)).causedBy === "nobody";
  const isAgain = (variable(env, "GITHUB_RUN_ATTEMPT") ?? "1") !== "1";
  const sender = objectAt(event, "sender");
  const found = nobodys ? isAgain ? [started ?? ""] : [] : [caused ?? "", started ?? caused ?? ""];
  return [...new Set(found)].map((name2) => ({
    name: name2,
    isBot: name2.toLowerCase().endsWith("[bot]") || sender?.["type"] === "Bot" && sameName(String(sender["login"]), name2)
  }));
}
async function actorRefusals(actors, rules, env, lookUp) {
  const refusals2 = await Promise.all(actors.map((actor) => refusal2(actor, rules, env, lookUp)));
  return refusals2.filter((failure) => failure !== void 0);
}
async function refusal2(actor, rules, env, lookUp) {
  if (actor.isBot)
    return named(rules.bots, actor) ? void 0 : new ActionFailure("bot-not-allowed", actor.name, [...rules.bots, actor.name].join(", "));
  if (named(rules.users, actor)) return void 0;
  const needed = rules.permission;
  if (needed === "nobody") {
    return new ActionFailure(
      "actor-not-allowed",
      called(actor),
      "Only those in allow-users may, since allow-permission is nobody."
    );
  }
  if (isWriterByEvent(env) && reaches("write", needed)) return void 0;
  if (actor.name === "") return new ActionFailure("actor-unknown", called(actor), "GITHUB_ACTOR is not set");
  try {
    const has = await lookUp(actor.name);
    return reaches(has, needed) ? void 0 : new ActionFailure(
      "actor-not-allowed",
      called(actor),
      `The permission for this repository is ${has ?? "none"}; ${needed} is needed.`
    );
  } catch (unanswered) {
    return new ActionFailure(
      "actor-unknown",
      called(actor),
      unanswered instanceof Error ? unanswered.message : "no answer"
    );
  }
}
function called({ name: name2 }) {
  return name2 === "" ? "an actor without a name" : name2;
}
function isWriterByEvent(env) {
  return eventTrust(eventName(env)).causedBy === "writer";
}
function named(list, { name: name2 }) {
  return list.some((entry) => sameName(entry, name2));
}
function sameName(one, other) {
  return one.toLowerCase() === other.toLowerCase();
}
function eventName(env) {
  return (variable(env, "GITHUB_EVENT_NAME") ?? "").toLowerCase();
}

// src/trust.ts
async function refusals(inputs, acceptedRisks, env, event, lookUp) {
  const certain = [...untrustedTrigger(acceptedRisks, env, event), ...eventRefusal(inputs, env)];
  return certain.length > 0 ? certain : actorRefusals(actorsOf(env, event), actorRules(inputs), env, lookUp);
}
function untrustedTrigger(accepted, env, event) {
  const found = triggerFindings(env, event).filter(({ risk }) => !accepted.includes(risk));
  if (found.length === 0) return [];
  const evidence = found.map((finding2) => finding2.evidence).join("; ");
  return [
    new ActionFailure(
      "trigger-untrusted",
      evidence,
      [.../* @__PURE__ */ new Set([...accepted, ...found.map(({ risk }) => risk)])].join(", ")
    )
  ];
}
function eventRefusal(inputs, env) {
  const event = eventName(env);
  const allowed = listOf(inputs, "allow-events");
  if (mayStart(event, allowed)) return [];
  const reason = allowed.length > 0 ? `allow-events names only: ${allowed.join(", ")}.` : eventTrust(event).reason;
  const called2 = event === "" ? "without a name" : event;
  return [new ActionFailure("event-not-allowed", called2, reason, listWith(event, allowed))];
}
function actorRules(inputs) {
  const wanted = inputs.get("allow-permission");
  return {
    permission: wanted === "nobody" ? "nobody" : permissionLevels.find((level) => level === wanted) ?? "write",
    users: listOf(inputs, "allow-users"),
    bots: listOf(inputs, "allow-bots")
  };
}

// src/step.ts
async function runStep(world2) {
  return perhapsStarted(world2).catch((thrown) => {
    if (thrown instanceof Cancelled) return stopped(thrown, world2);
    throw thrown;
  });
}
async function perhapsStarted(untrusting) {
  const inputs = await actionInputs(untrusting.env);
  const authorities = () => certificatesOf(caBundleOf(inputs), workspaceOf(untrusting.env));
  const world2 = {
    ...untrusting,
    network: trusting(untrusting.network, authorities, (text3) => {
      untrusting.console.warning(text3);
    })
  };
  announceMasks(inputs.secrets, world2.console);
  warnOfFullAccess(inputs, world2);
  const failures2 = await world2.cancellation.unless(() => objections(inputs, world2));
  const [first, ...others] = failures2;
  return first === void 0 ? perform(inputs, world2) : refused(first, others, world2);
}
async function objections(inputs, world2) {
  if (process.platform !== "linux") return [new ActionFailure("platform-unsupported", process.platform)];
  const { env } = world2;
  const noIdentity = lacksIdentityToken(inputs.sources) ? [new ActionFailure("identity-token-refused", "the job has no permission to ask for one")] : [];
  const wrong = [...refusedInputs(inputs), ...await unusableBundles(caBundleOf(inputs), workspaceOf(env))];
  return [...wrong.length > 0 ? wrong : await untrusted(inputs, world2), ...noIdentity];
}
function refusedInputs({ problems }) {
  const list = problems.map((problem) => `- ${problem}`).join("\n");
  return problems.length === 0 ? [] : [new ActionFailure("inputs-refused", list)];
}
function caBundleOf({ sources }) {
  return settingInForce(sources, "ca-bundle").join("\n");
}
async function untrusted(inputs, world2) {
  const { env } = world2;
  const accepted = settingInForce(inputs.sources, "allow-untrusted-trigger");
  return refusals(inputs.given, accepted, env, await readEvent(env), async (user) => {
    const token = inputs.given.get("github-token");
    if (token === void 0) throw new Error("there is no github-token");
    const { permissionOf } = await world2.network();
    const api = variable(env, "GITHUB_API_URL") ?? "https://api.github.com";
    return permissionOf({ api, token, repository: variable(env, "GITHUB_REPOSITORY") ?? "", user });
  });
}
async function perform(inputs, world2) {
  const workspace = workspaceOf(world2.env);
  const folders = await makeRunFolders(world2.env, workspace, inputs.given.get("report-dir"));
  await save(folders, world2.fileCommands);
  try {
    const command = await world2.cancellation.unless(() => prepare(inputs, workspace, folders, world2));
    const end = await runSupervised(command, inputs.command, folders, world2);
    const claims = claimsOf(command.env["CODEX_RUNNER_VAULT_JWT"] ?? "");
    return await finish({ ...end, claims }, inputs, folders, world2);
  } finally {
    await (0, import_promises16.rm)(folders.privateFolder, { recursive: true, force: true }).catch(() => void 0);
  }
}
function workspaceOf(env) {
  return variable(env, "GITHUB_WORKSPACE") ?? process.cwd();
}
function warnOfFullAccess({ sources }, { env, console: console2 }) {
  if (settingInForce(sources, "sandbox")[0] !== "danger-full-access") return;
  const held = [
    ...sources.inputs.has("github-token") ? ["github-token"] : [],
    ...["ACTIONS_ID_TOKEN_REQUEST_TOKEN", "ACTIONS_RUNTIME_TOKEN"].filter(
      (name2) => variable(env, name2) !== void 0
    )
  ];
  if (held.length === 0) return;
  const names2 = held.join(", ");
  console2.warning(
    `With danger-full-access the agent can read what this job holds by way of /proc: ${names2}. Give the job no permission that the agent must not have.`
  );
}

// src/main.ts
var LAST_WORDS_MS = 3e4;
var given = readInputs(process.env);
var proxies = proxyVariables(given.get("proxy"), given.get("no-proxy"));
proxies.removed.forEach((name2) => Reflect.deleteProperty(process.env, name2));
Object.assign(process.env, proxies.added);
var write = (text3) => {
  process.stdout.write(text3);
};
process.stdout.on("error", () => process.kill(process.pid, "SIGTERM"));
var drained = async () => {
  if (process.stdout.writableNeedDrain) await (0, import_node_events.once)(process.stdout, "drain").catch(() => void 0);
};
var world = {
  env: { ...process.env },
  write,
  drained,
  console: runnerConsole(write),
  fileCommands: await FileCommands.open(process.env),
  cancellation,
  network: async () => (await import("./network.js")).network,
  pause: (milliseconds) => (0, import_promises17.setTimeout)(milliseconds),
  actionFolder: (0, import_node_path16.join)(import.meta.dirname, "..")
};
for (const name2 of inputNames) {
  if (specOf(name2).form.kind === "secret") Reflect.deleteProperty(process.env, variableOf(name2));
}
var exitCode = await runStep(world).catch((thrown) => refused(asFailure(thrown), [], world));
await Promise.race([new Promise((written) => process.stdout.write("", written)), (0, import_promises17.setTimeout)(LAST_WORDS_MS)]);
process.exit(exitCode);
