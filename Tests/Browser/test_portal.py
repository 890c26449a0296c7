"""The portal in a real browser: reading without JavaScript, the map, accessibility, narrow screens.

Needs a served store with at least one dataset: GABARIT_URL=http://127.0.0.1:8080 python3 -m unittest discover Tests/Browser
Needs playwright and axe-playwright-python, and Chromium (CHROMIUM, by default /usr/bin/chromium).
Screenshots are written to GABARIT_SHOTS, if it is given.
"""

import os
import unittest
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

URL = os.environ.get("GABARIT_URL", "").rstrip("/")
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
SHOTS = os.environ.get("GABARIT_SHOTS")
SOFTWARE_WEBGL = ["--no-sandbox", "--enable-unsafe-swiftshader", "--use-gl=angle", "--use-angle=swiftshader"]


@unittest.skipUnless(URL, "GABARIT_URL does not say where the portal is served")
class Portal(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=SOFTWARE_WEBGL)
        page = cls.browser.new_page()
        page.goto(URL + "/")
        links = page.locator("main a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
        cls.dataset = next(link for link in links if link.startswith("/jeux-de-donnees/"))
        cls.commune = next(link for link in links if link.startswith("/communes/"))
        page.goto(URL + cls.dataset)
        cls.object = page.locator("table.list tbody th a").first.get_attribute("href")
        page.close()
        cls.pages = [
            "/", cls.dataset, cls.commune, f"{cls.commune}/{cls.dataset.split('/')[-1]}", cls.object,
            f"/modeles/{cls.dataset.split('/')[-1]}", "/integrer", "/recherche?q=rue", "/accessibilite", "/rien",
        ]

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()

    def open(self, path, width=1280, **options):
        context = self.browser.new_context(viewport={"width": width, "height": 900}, locale="fr-FR", **options)
        self.addCleanup(context.close)
        page = context.new_page()
        self.trouble = []
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        page.on("console", lambda message: self.trouble.append(message.text) if message.type == "error" else None)
        page.goto(URL + path)
        return page

    def shoot(self, page, name):
        if SHOTS:
            page.screenshot(path=Path(SHOTS) / f"{name}.png", full_page=True)

    def test_a_dataset_is_read_without_javascript(self):
        page = self.open(self.dataset, java_script_enabled=False)
        self.assertGreater(page.locator("table.list tbody tr").count(), 0)
        self.assertEqual(page.locator("figure.map svg[role=img]").count(), 1)
        self.assertGreater(page.locator("figure.map svg circle").count(), 0)
        self.assertGreaterEqual(page.locator("section.files a[download]").count(), 5)
        self.shoot(page, "dataset-without-javascript")

    def test_the_list_is_filtered_by_commune_and_sorted_without_javascript(self):
        page = self.open(self.dataset, java_script_enabled=False)
        option = page.locator("#commune option").nth(1)
        page.select_option("#commune", option.get_attribute("value"))
        page.click(".filter button")
        self.assertIn("commune=" + option.get_attribute("value"), page.url)
        cells = page.locator("table.list tbody td[data-label='Commune']")
        for text in cells.all_inner_texts():
            self.assertEqual(text, option.inner_text())
        page.locator("table.list thead a").first.click()
        self.assertEqual(page.locator("th[aria-sort=ascending]").count(), 1)
        self.assertIn("commune=", page.url)

    def test_searching_from_the_home_page_leads_to_an_object(self):
        page = self.open(self.object, java_script_enabled=False)
        name = page.locator("h1").evaluate("title => title.firstChild.textContent").strip()
        page.goto(URL + "/")
        page.fill("#q", name)
        page.click(".search button")
        self.assertIn(name, page.locator("main").inner_text())

    def test_the_map_comes_alive(self):
        page = self.open(self.dataset)
        if page.locator("script[src='/statique/map.js']").count() == 0:
            self.skipTest("MapLibre is not installed: maps are drawings")
        page.wait_for_selector("figure.map.live canvas", timeout=20_000)
        self.shoot(page, "dataset")
        self.assertEqual(self.trouble, [])
        page.goto(URL + self.object)
        if page.locator("figure.map").count():
            page.wait_for_selector("figure.map.live canvas", timeout=20_000)
            self.shoot(page, "object")

    def test_no_serious_barrier_is_found(self):
        for scheme in ("light", "dark"):
            for path in self.pages if scheme == "light" else self.pages[:2] + [self.object]:
                with self.subTest(path=path, scheme=scheme):
                    page = self.open(path, color_scheme=scheme)
                    page.wait_for_timeout(300)
                    violations = Axe().run(page).response["violations"]
                    serious = [
                        (found["id"], [node["html"][:160] for node in found["nodes"]][:3])
                        for found in violations if found["impact"] in ("serious", "critical", "moderate")
                    ]
                    self.assertEqual(serious, [])

    def test_nothing_overflows_a_narrow_screen(self):
        for path in self.pages:
            for width in (320, 390):
                with self.subTest(path=path, width=width):
                    page = self.open(path, width=width)
                    page.wait_for_timeout(200)
                    self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), width)
                    self.shoot(page, f"narrow-{width}{path.replace('/', '-').replace('?', '-')}")

    def test_the_keyboard_finds_the_content_first(self):
        page = self.open(self.dataset)
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.getAttribute('href')"), "#contenu")
        page.keyboard.press("Enter")
        self.assertEqual(page.evaluate("document.activeElement.id"), "contenu")

    def test_english_is_one_click_away(self):
        for path in self.pages[:-1]:
            page = self.open(path)
            page.click("a.language")
            self.assertEqual(page.locator("html").get_attribute("lang"), "en", path)
            self.assertIn("lang=en", page.locator("header a.brand").get_attribute("href"))

    def test_a_page_weighs_little(self):
        context = self.browser.new_context(java_script_enabled=False)
        self.addCleanup(context.close)
        page = context.new_page()
        sizes = []
        page.on("response", lambda response: sizes.append(len(response.body())))
        page.goto(URL + "/", wait_until="networkidle")
        self.assertLess(sum(sizes), 300_000)
        self.assertLessEqual(len(sizes), 6)


if __name__ == "__main__":
    unittest.main()
