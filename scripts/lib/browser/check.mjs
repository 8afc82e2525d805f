// Opens pages as a browser does, and looks at what a reader would meet: check.mjs BROWSER PAGE...
// Prints one line for each page; exits with 1 where anything is wrong.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [browserPath, ...pages] = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const schemes = ["light", "dark"];
let failed = false;

const browser = await puppeteer.launch({
  executablePath: browserPath,
  headless: browserPath.endsWith("/chromium") && browserPath.includes("/.tools/") ? "shell" : true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});
try {
  for (const path of pages) {
    const problems = [];
    const figures = [];
    try {
      for (const scheme of schemes) {
        await look(path, scheme, problems, figures);
      }
      await fits(path, problems);
      await prints(path, problems);
      await refusesForeignScripts(path, problems);
      await clicks(path, problems);
    } catch (error) {
      problems.push(`the check broke off: ${error.message.split("\n")[0]}`);
    }
    failed ||= problems.length > 0;
    const name = `${basename(dirname(path))}/${basename(path)}`;
    console.log(problems.length > 0 ? `FAILED: ${name}: ${problems.join("; ")}` : `ok: ${name}: ${figures.join(", ")}`);
  }
} finally {
  await browser.close();
}
process.exitCode = failed ? 1 : 0;

async function look(path, scheme, problems, figures) {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 1280, height: 900 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    page.on("console", (message) => problems.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
    page.on("request", (request) => {
      if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) {
        problems.push(`request: ${request.url()}`);
      }
    });
    const begun = performance.now();
    await page.goto(pathToFileURL(path).href, { waitUntil: "load" });
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
    const opened = Math.round(performance.now() - begun);
    const hasScript = await page.evaluate(() => {
      const filter = document.querySelector("form.filter");
      return !filter || !filter.hidden;
    });
    if (!hasScript) {
      problems.push("our own script did not run");
    }
    await page.bringToFront();
    const findings = await violations(page);
    const grave = findings.filter((finding) => ["serious", "critical"].includes(finding.impact));
    for (const finding of grave) {
      problems.push(`${scheme}: axe ${finding.id} (${finding.impact}): ${finding.nodes.map((node) => node.target).slice(0, 3).join(" ")}`);
    }
    figures.push(`${scheme} opened in ${opened} ms, axe ${grave.length} grave of ${findings.length} findings`);
  } finally {
    await page.close();
  }
}

// On a phone, a tablet and a small laptop nobody has to scroll sideways, and nothing is cut off that has no scroll bar.
async function fits(path, problems) {
  for (const width of [390, 720, 900, 1280]) {
    const page = await browser.newPage();
    try {
      await page.setViewport({ width, height: 900 });
      await page.goto(pathToFileURL(path).href);
      const beyond = await page.evaluate(() => {
        const room = document.documentElement.clientWidth;
        const hidden = (element) => element.closest(".skip, .hidden, svg");
        const wide = [...document.querySelectorAll("body *")].slice(0, 4000)
          .filter((element) => !hidden(element) && element.getClientRects().length > 0)
          .filter((element) => element.getBoundingClientRect().right > room + 1);
        const names = wide.slice(0, 3).map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
        return document.documentElement.scrollWidth > room + 1 && names.length === 0 ? ["the page"] : names;
      });
      if (beyond.length > 0) {
        problems.push(`${width} pixels wide: ${beyond.join(" ")} lies beyond the edge`);
      }
    } finally {
      await page.close();
    }
  }
}

// On paper: dark on light whatever the screen, without what only a screen can use, and within the sheet (A4, 1 cm margins).
async function prints(path, problems) {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 718, height: 1047 });
    // At once: puppeteer's own calls for the one and the other undo each other.
    const session = await page.createCDPSession();
    await session.send("Emulation.setEmulatedMedia", {
      media: "print", features: [{ name: "prefers-color-scheme", value: "dark" }],
    });
    await page.goto(pathToFileURL(path).href);
    const wrong = await page.evaluate(() => {
      const brightness = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
      const found = [];
      if (brightness(getComputedStyle(document.body).color) > 200) {
        found.push("light text");
      }
      const boxes = document.querySelectorAll(".verdict, .tiles, .scroll, figure");
      if ([...boxes].some((box) => {
        const ground = getComputedStyle(box).backgroundColor;
        return !ground.endsWith(", 0)") && brightness(ground) < 600;
      })) {
        found.push("a dark ground");
      }
      const controls = document.querySelector("form.filter, nav.contents");
      if (controls && controls.getClientRects().length > 0) {
        found.push("controls");
      }
      if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1) {
        found.push("what lies beyond the sheet");
      }
      return found;
    });
    problems.push(...wrong.map((what) => `printed: ${what}`));
  } finally {
    await page.close();
  }
}

// axe comes in by the debugger, which no policy of the page holds back. It looks at the first of many steps.
async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(async () => {
    const steps = [...document.querySelectorAll(".step")];
    steps.slice(300).forEach((step) => step.remove());
    document.querySelectorAll("details").forEach((folded, index) => { folded.open = index < 40; });
    // What is far below isn't painted yet, and axe passes over it.
    document.querySelectorAll(".step").forEach((step) => { step.style.contentVisibility = "visible"; });
    return await axe.run(document, { resultTypes: ["violations"] });
  });
  return result.violations;
}

// Uses the page as a reader does: filters, folds, follows a link to a step that is filtered out and one from elsewhere.
async function clicks(path, problems) {
  const page = await browser.newPage();
  try {
    await page.goto(pathToFileURL(path).href);
    const found = await page.evaluate(async () => {
      const form = document.querySelector("form.filter");
      if (!form) {
        return [];
      }
      const wrong = [];
      const expect = (holds, what) => holds || wrong.push(what);
      const settled = () => new Promise((done) => setTimeout(done, 50));
      const steps = [...document.querySelectorAll(".step")];
      const shown = () => steps.filter((step) => !step.hidden);
      const boxes = [...form.querySelectorAll("input")].filter((box) => box.name !== "only-failed");
      const files = document.querySelector("details.more");
      form.elements["only-failed"].click();
      expect(shown().every((step) => step.classList.contains("failed")), "Failed only shows others");
      expect(!files || !files.hidden, "Failed only hides changed files");
      form.elements["only-failed"].click();
      expect(shown().length === steps.length, "Failed only hides steps after it was taken back");
      boxes.forEach((box) => box.click());
      expect(shown().length === 0 && !document.querySelector(".nothing").hidden, "an empty choice leaves a blank");
      const link = document.querySelector('a[href^="#line-"]');
      if (link) {
        link.click();
        await settled();
        const target = document.getElementById(link.hash.slice(1));
        expect(!target.hidden && (!target.matches("details") || target.open), "a link to a hidden step shows nothing");
      }
      boxes.filter((box) => !box.checked).forEach((box) => box.click());
      const opened = files && files.open;
      form.elements["fold"].click();
      expect(!files || files.open === opened, "Fold all folds changed files");
      expect(!document.querySelector("details.step[open]"), "Fold all leaves a step open");
      form.elements["unfold"].click();
      expect(!document.querySelector("details.step:not([open])"), "Unfold all leaves a step folded");
      return wrong;
    });
    problems.push(...found);
    const last = await page.evaluate(() => [...document.querySelectorAll("details.step")].at(-1)?.id);
    if (last) {
      const linked = await browser.newPage();
      await linked.goto(`${pathToFileURL(path).href}#${last}`);
      if (!(await linked.evaluate((id) => document.getElementById(id).open, last))) {
        problems.push("a link from elsewhere does not open its step");
      }
      await linked.close();
    }
  } finally {
    await page.close();
  }
}

async function refusesForeignScripts(path, problems) {
  const page = await browser.newPage();
  try {
    await page.goto(pathToFileURL(path).href);
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.foreign = true";
      document.body.append(script);
      const image = document.createElement("img");
      image.setAttribute("onerror", "window.foreign = true");
      image.src = "data:,";
      document.body.append(image);
      return new Promise((done) => setTimeout(() => done(window.foreign === true), 200));
    });
    if (ran) {
      problems.push("an injected script ran");
    }
  } finally {
    await page.close();
  }
}
