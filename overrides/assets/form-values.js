// The fields of a form, and whose values stand in them. A field is the reader's own once he, or a link, said something
// about it (data-eigen, see early-form.js); until then it holds what was published: the example, or nothing.

import { Choice } from "./choice.js";

const publishedText = (field) =>
  field.published ?? (field.options ? ([...field.options].find((one) => one.defaultSelected) ?? field.options[0]).value : field.defaultValue);
const isOwn = (field) => "eigen" in field.dataset || field.value !== publishedText(field);
const isPrivate = (field) => field.hasAttribute("data-niet-in-link");

const fieldIn = (place) => (place.querySelector("[type=radio]") ? new Choice(place) : place.querySelector("[name]"));

export class FormValues {
  #link = new Map(); // what a link says, as long as Python has not read it; and keys that this form has no field for
  #public;

  constructor(form) {
    this.all = [...form.querySelectorAll("[data-veld]")].map(fieldIn);
    this.private = this.all.filter(isPrivate);
    this.#public = new Map(this.all.filter((field) => !isPrivate(field)).map((field) => [field.name, field]));
  }

  /** Nothing stands in any field but what is assumed. */
  get isEmpty() {
    return !this.#link.size && this.all.every((field) => field.value === (field.dataset.standaard ?? ""));
  }

  /** Nobody has filled in anything. */
  get isExample() {
    return !this.all.some(isOwn);
  }

  /** All that may stand in a link, as a link writes it, without the choices that still hold their own default. */
  query() {
    const asked = new URLSearchParams();
    for (const [key, field] of this.#public) {
      if (!this.#link.has(key) && field.value === field.dataset.standaard) continue;
      for (const text of this.#link.get(key) ?? [field.value]) if (text) asked.append(key, text);
    }
    for (const [key, texts] of this.#link) if (!this.#public.has(key)) texts.forEach((text) => asked.append(key, text));
    return asked.toString();
  }

  /** Names and remarks: Python gets them apart from what may stand in a link. */
  privately() {
    return new URLSearchParams(this.private.map((field) => [field.name, field.value])).toString();
  }

  /** Puts the texts of a link into the fields at once. What was typed before any script arrived, stays. */
  follow(fragment, { keepTyped = false } = {}) {
    const kept = new Set(keepTyped ? this.all.filter(isOwn).map((field) => field.name) : []);
    this.#read(fragment, (key) => !kept.has(key));
    for (const [key, field] of this.#public) {
      const texts = this.#link.get(key) ?? [];
      if (!kept.has(key)) put(field, texts.length === 1 ? texts[0] : "");
    }
    this.#own();
  }

  /** What stands in every field now, for `unchangedSince`. */
  texts() {
    return new Map(this.all.map((field) => [field, field.value]));
  }

  /** Names of the fields that hold the same as when `texts` was asked for. */
  unchangedSince(texts) {
    return new Set(this.all.filter((field) => texts.get(field) === field.value).map((field) => field.name));
  }

  /** The reader changes a field: the link says nothing about it any more. Says whether he leaves the example with it. */
  change({ name }) {
    const field = this.all.find((one) => one.name === name);
    field.dataset.eigen = "";
    this.#link.delete(field.name);
    forgetReading(field);
    return this.dropExample();
  }

  /** Empties what is still the example's; says whether there was any. */
  dropExample() {
    const left = this.all.filter((field) => !isOwn(field));
    left.forEach((field) => put(field, ""));
    this.#own();
    return left.length > 0;
  }

  /** What Python writes of a link, with what it has no words for: a key that came twice. */
  withAll(fragment) {
    const twice = [...this.#link].filter(([key, texts]) => this.#public.has(key) && texts.length > 1);
    const parts = twice.flatMap(([key, texts]) => texts.map((text) => `${encodeURIComponent(key)}=${encodeURIComponent(text)}`));
    return [fragment, ...parts].filter(Boolean).join("&");
  }

  /**
   * Python has read the link: its texts are now written as fields write them. What no field can hold, an answer that does
   * not exist or a key that came twice, the link goes on to say until the reader answers: it is nobody's choice.
   */
  settle({ invoer, fragment, standaard, velden }) {
    for (const [key, text] of Object.entries(standaard)) this.#assume(key, text);
    const unread = [];
    for (const [key, field] of this.#public) {
      const texts = this.#link.get(key);
      if (!texts) continue;
      put(field, invoer[key] ?? "");
      if (!velden[key]?.fout || field.value === texts.join()) continue;
      unread.push([key, texts]);
      if (field.options) field.value = ""; // no answer stands there as his
    }
    this.#read(fragment, (key) => !this.#public.has(key));
    for (const [key, texts] of unread) this.#link.set(key, texts);
  }

  /** Empties everything; returns what brings it back. */
  clear() {
    const link = this.#link;
    const before = this.all.map((field) => [field, field.value, "eigen" in field.dataset, field.dataset.standaard]);
    this.#link = new Map();
    this.all.forEach(assumeNothing);
    this.all.forEach((field) => put(field, ""));
    this.#own();
    return () => {
      this.#link = link;
      for (const [field, text, isOwn, assumed] of before) {
        if (assumed !== undefined) field.dataset.standaard = assumed;
        put(field, text);
        if (field.value !== text) field.value = text; // one that was left blank because its answer does not exist
        if (!isOwn) delete field.dataset.eigen;
      }
    };
  }

  showExample() {
    this.#link.clear();
    for (const field of this.all) {
      assumeNothing(field);
      put(field, publishedText(field));
      delete field.dataset.eigen;
    }
  }

  /** What is assumed for a choice hangs on another answer: it follows, unless the reader or a link said something. */
  #assume(key, text) {
    const field = this.#public.get(key);
    if (!field || field.value === text) return;
    field.dataset.vast ??= field.dataset.standaard;
    if (!this.#link.has(key) && field.value === field.dataset.standaard) {
      field.dataset.standaard = text;
      put(field, text);
    } else field.dataset.standaard = text;
  }

  #own() {
    for (const field of this.all) field.dataset.eigen = "";
  }

  #read(fragment, isWanted) {
    this.#link = new Map();
    for (const [key, text] of new URLSearchParams(fragment)) {
      if (key && isWanted(key)) this.#link.set(key, [...(this.#link.get(key) ?? []), text]);
    }
  }
}

/** The default of a choice as it was published, whatever was assumed since. */
function assumeNothing({ dataset }) {
  if ("vast" in dataset) dataset.standaard = dataset.vast;
}

/** Writes a text into a field; what was read in the text of before does not stay beside it. */
function put(field, text) {
  if (field.value === text) return;
  field.value = text;
  // A choice is never blank: without a value it shows its own default, marked in the published page.
  if (field.options && (!text || field.selectedIndex < 0)) field.value = field.dataset.standaard ?? "";
  forgetReading(field);
}

function forgetReading(field) {
  const reading = document.getElementById(`gelezen-${field.name}`);
  if (reading) reading.textContent = "";
}
