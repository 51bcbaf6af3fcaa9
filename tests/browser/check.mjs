// Opens one HTML file in headless Chromium and prints, as JSON, what a browser and axe-core make of it.
//   node check.mjs PAGE.html MODULES CHROMIUM [SCREENSHOTS]
// MODULES is a folder whose node_modules holds playwright-core and axe-core; nothing is downloaded here.
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [page_path, modules, chromium_path, shots] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), "anchor.js"));
const { chromium } = require("playwright-core");
const axe_path = require.resolve("axe-core");

const browser = await chromium.launch({ executablePath: chromium_path, args: ["--no-sandbox"] });
const seen = { violations: [], requests: [], messages: [], overflow: [], filtered: null, keyboard: null, printed: null, sideways: [] };
for (const [name, colorScheme, width, height] of [
  ["light", "light", 1280, 900], ["dark", "dark", 1280, 900], ["phone", "light", 375, 800], ["phone-dark", "dark", 375, 800],
]) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height }, bypassCSP: true });
  const page = await context.newPage();
  page.on("request", (request) => request.url().startsWith("file:") || seen.requests.push(request.url()));
  await page.goto(pathToFileURL(path.resolve(page_path)).href);
  for (const details of await page.locator("details").all()) await details.evaluate((node) => (node.open = true));
  await page.addScriptTag({ path: axe_path });
  const found = await page.evaluate(() =>
    globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  for (const { id, help, nodes } of found.violations) seen.violations.push({ name, id, help, html: nodes[0].html, count: nodes.length });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) seen.overflow.push({ name, wide });
  for (const table of await page.locator(".scroll").all()) {
    const [inner, outer] = await table.evaluate((node) => [node.scrollWidth, node.clientWidth]);
    if (inner > outer) seen.sideways.push({ name, inner, outer });
  }
  await context.close();
}

// Once more without help: the page's own policy holds, and whatever it forbids would be reported as a message.
const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
page.on("console", (message) => seen.messages.push(message.text()));
page.on("pageerror", (error) => seen.messages.push(String(error)));
await page.goto(pathToFileURL(path.resolve(page_path)).href);
const boxes = page.locator("fieldset.filter input");
if (await boxes.count()) {
  const shown = () => page.locator("article.finding:visible").count();
  const before = await shown();
  const kind = (await boxes.first().getAttribute("id")).replace("show-", "");
  const of_kind = await page.locator(`article.finding[data-kind="${kind}"]`).count();
  await boxes.first().focus();
  await page.keyboard.press("Space");
  seen.filtered = { before, after: await shown(), of_kind };
  await page.keyboard.press("Space");
}
const summary = page.locator("article details summary").first();
if (await summary.count()) {
  await summary.focus();
  await page.keyboard.press("Enter");
  seen.keyboard = await page.locator("article details").first().evaluate((node) => node.open);
  await page.keyboard.press("Enter");
}
const evidence = page.locator("article details ul").first();
if (await evidence.count()) {
  await page.emulateMedia({ media: "print" });
  seen.printed = { evidence: await evidence.isVisible(), filter: await page.locator(".filter").first().isVisible() };
  await page.emulateMedia({ media: "screen" });
}
if (shots) {
  await page.screenshot({ path: path.join(shots, "wide.png") });
  await summary.evaluate((node) => (node.parentElement.open = true));
  await page.locator("#commitments").scrollIntoViewIfNeeded();
  await page.screenshot({ path: path.join(shots, "commitments.png") });
  await page.locator("#figures").scrollIntoViewIfNeeded();
  await page.screenshot({ path: path.join(shots, "figures.png") });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(() => globalThis.scrollTo(0, document.querySelector("#commitments").offsetTop));
  await page.screenshot({ path: path.join(shots, "dark.png") });
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 375, height: 800 });
  await page.evaluate(() => globalThis.scrollTo(0, document.querySelector("#commitments").offsetTop));
  await page.screenshot({ path: path.join(shots, "phone.png") });
  await page.emulateMedia({ media: "print" });
  await page.pdf({ path: path.join(shots, "print.pdf"), format: "A4" });
}
await browser.close();
console.log(JSON.stringify(seen));
