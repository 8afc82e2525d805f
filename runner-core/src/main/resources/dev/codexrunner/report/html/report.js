"use strict";
// The page is whole without this: it only filters, folds and leafs.
(() => {
  const form = document.querySelector("form.filter");
  if (!form) {
    return;
  }
  const steps = [...document.querySelectorAll(".step")];
  const groups = [...document.querySelectorAll("details.group")];
  const nothing = document.querySelector(".nothing");
  form.hidden = false;

  const filter = () => {
    const shown = new Set([...form.querySelectorAll("input:checked")].map((box) => box.name));
    const onlyFailed = shown.has("only-failed");
    for (const step of steps) {
      const failed = step.classList.contains("failed");
      step.hidden = !shown.has(step.classList[1]) || (onlyFailed && !failed);
    }
    for (const group of groups) {
      group.hidden = !group.querySelector(".step:not([hidden])");
    }
    nothing.hidden = steps.some((step) => !step.hidden);
  };

  // Whoever follows a link to a step wants to see it, whatever was filtered before.
  const unfilter = (step) => {
    form.elements[step.classList[1]].checked = true;
    if (!step.classList.contains("failed")) {
      form.elements["only-failed"].checked = false;
    }
    filter();
  };

  const reveal = (step) => {
    if (step.hidden) {
      unfilter(step);
    }
    if (step.matches("details")) {
      step.open = true;
    }
    for (let folded = step.closest("details"); folded; folded = folded.parentElement.closest("details")) {
      folded.open = true;
    }
    step.scrollIntoView({ block: "center" });
    const summary = step.querySelector("summary");
    if (summary) {
      summary.focus({ preventScroll: true });
    }
  };

  const nextFailure = () => {
    const failures = steps.filter((step) => step.classList.contains("failed") && !step.hidden);
    const current = failures.indexOf(document.activeElement.closest(".step"));
    const last = failures.indexOf(form.lastFailure);
    const next = failures[(Math.max(current, last) + 1) % failures.length];
    if (next) {
      form.lastFailure = next;
      reveal(next);
    }
  };

  const foldAll = (open) => {
    for (const folded of document.querySelectorAll("details.group, details.step")) {
      folded.open = open || (folded === groups[0]);
    }
  };

  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements["next-failure"].addEventListener("click", nextFailure);
  form.elements["next-failure"].disabled = !steps.some((step) => step.classList.contains("failed"));
  form.elements["unfold"].addEventListener("click", () => foldAll(true));
  form.elements["fold"].addEventListener("click", () => foldAll(false));

  const follow = (hash) => {
    const target = document.getElementById(hash.slice(1));
    if (target && target.matches(".step")) {
      reveal(target);
    }
  };
  window.addEventListener("hashchange", () => follow(location.hash));
  // The same link a second time changes no hash.
  for (const link of document.querySelectorAll('a[href^="#line-"]')) {
    link.addEventListener("click", () => follow(link.hash));
  }
  follow(location.hash);
})();
