/** A choice of which all answers stand on the page: to the rest of the script a field like any other. */
export class Choice {
  constructor(place) {
    this.place = place;
    this.options = [...place.querySelectorAll("[type=radio]")];
    this.name = this.options[0].name;
    this.dataset = place.dataset;
    this.published = this.options.find((one) => one.defaultChecked)?.value ?? "";
  }

  get selectedIndex() {
    return this.options.findIndex((one) => one.checked);
  }

  get value() {
    return this.options[this.selectedIndex]?.value ?? "";
  }

  set value(text) {
    for (const one of this.options) one.checked = one.value === text;
  }

  hasAttribute(name) {
    return this.options[0].hasAttribute(name);
  }

  focus() {
    (this.options[this.selectedIndex] ?? this.options[0]).focus();
  }
}
