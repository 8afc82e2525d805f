"use strict";
// The page is whole without this: it only filters, folds and leafs.
(() => {
  const form = document.querySelector("form.filter");
  if (!form) {
    return;
  }
  const steps = [...document.querySelectorAll("details.step")];
  const groups = [...document.querySelectorAll("details.group")];
  form.hidden = false;

  const filter = () => {
    const shown = new Set([...form.querySelectorAll("input:checked")].map((box) => box.name));
    const onlyFailed = shown.has("only-failed");
    for (const step of steps) {
      const failed = step.classList.contains("failed");
      step.hidden = !shown.has(step.classList[1]) || (onlyFailed && !failed);
    }
    for (const group of groups) {
      group.hidden = !group.querySelector("details.step:not([hidden])");
    }
  };

  const reveal = (step) => {
    for (let parent = step; parent; parent = parent.parentElement.closest("details")) {
      parent.open = true;
    }
    step.scrollIntoView({ block: "center" });
    step.querySelector("summary").focus({ preventScroll: true });
  };

  const nextFailure = () => {
    const failures = steps.filter((step) => step.classList.contains("failed") && !step.hidden);
    const current = failures.indexOf(document.activeElement.closest("details.step"));
    const last = failures.indexOf(form.lastFailure);
    const next = failures[(Math.max(current, last) + 1) % failures.length];
    if (next) {
      form.lastFailure = next;
      reveal(next);
    }
  };

  const foldAll = (open) => {
    for (const folded of [...groups, ...steps]) {
      folded.open = open || (folded === groups[0]);
    }
  };

  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements["next-failure"].addEventListener("click", nextFailure);
  form.elements["next-failure"].disabled = !steps.some((step) => step.classList.contains("failed"));
  form.elements["unfold"].addEventListener("click", () => foldAll(true));
  form.elements["fold"].addEventListener("click", () => foldAll(false));
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.matches("details.step")) {
      reveal(target);
    }
  });
})();
