"""What a phone keeps, and what it shows when the network is gone, slow or wrong: real workers in a real browser."""

import gzip
import json
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type

import pytest
from tongchuang.catalogue import Catalogue
from tongchuang.publish import api, offline, search, site
from tongchuang.publish.offline.pack import packs

pytest.importorskip("playwright.sync_api")

SERVICE, OTHER = "zh/services/residence-permit-apply/", "zh/services/wage-arrears-report/"
POLICY = "zh/policies/social-insurance-law/"
COUNTY, PLACE, ELSEWHERE = "441602", "zh/places/441602001/", "zh/places/441621001/"
PORTAL = "<!doctype html><title>Wi-Fi</title><p>请先登录Wi-Fi"
Answer = tuple[int, bytes]


class Host:
    """A web server below ``/hub/`` whose files change while it runs, and which can be down, slow or wrong."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.down = False
        self.wrong: Callable[[str], Answer | None] = lambda path: None
        self.asked: list[str] = []
        self.url = ""

    def answer(self, path: str) -> Answer | None:
        """Status and body; None while the host is down."""
        self.asked.append(path)
        if self.down:
            return None
        if wrong := self.wrong(path):
            return wrong
        file = path + "index.html" if path.endswith("/") or not path else path
        return (200, self.files[file]) if file in self.files else (404, b"<!doctype html><title>404</title>")

    def handler(self) -> type[BaseHTTPRequestHandler]:
        host = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                path = self.path.removeprefix("/hub/").split("?")[0]
                answer = host.answer(path)
                if answer is None:
                    self.close_connection = True
                    return
                status, body = answer
                self.send_response(status)
                page = not path or path.endswith("/") or body.startswith(b"<!doctype")
                self.send_header("Content-Type", "text/html" if page else guess_type(path)[0] or "text/plain")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *parts: object) -> None:
                pass

        return Handler


def released(catalogue: Catalogue, files: Mapping[str, bytes], assets: str) -> dict[str, bytes]:
    kept = {path: data for path, data in files.items() if offline.may_keep(path)}
    return {**files, **{a.path: a.data for a in offline.publish(catalogue, kept, assets)}}


@pytest.fixture(scope="module")
def files(built, catalogue) -> dict[str, bytes]:
    """A release without its worker."""
    index = [artifact for artifact in api.publish(catalogue) if artifact.path == "api/v1/index.json"]
    return {**built.files, **{a.path: a.data for a in (*search.publish(catalogue), *index)}}


@pytest.fixture(scope="module")
def release(files, catalogue) -> dict[str, bytes]:
    return released(catalogue, files, site.frame().assets)


@pytest.fixture(scope="module")
def newer(files, catalogue) -> dict[str, bytes]:
    """The next release: every page has another title and other assets, and the data another date."""
    old, new = site.frame().assets, "assets/0123456789/"
    changed = {}
    for path, data in files.items():
        if path.endswith(".html"):
            data = data.replace(old.encode(), new.encode()).replace(b"</title>", b" (2)</title>")
        changed[path.replace(old, new)] = data
    changed["api/v1/index.json"] = b'{"as_of": "2026-12-31"}'
    return released(catalogue, changed, new)


@pytest.fixture
def host(release) -> Iterator[Host]:
    made = Host(release)
    with ThreadingHTTPServer(("127.0.0.1", 0), made.handler()) as server:
        made.url = f"http://127.0.0.1:{server.server_port}/hub/"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield made
        server.shutdown()
        thread.join()


@pytest.fixture
def context(browser):
    made = browser.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN")
    yield made
    made.close()


@pytest.fixture
def phone(context):
    return context.new_page()


# What the phone has: the names of its sets, and whether a newer worker waits or is on its way.
KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const sets = await (await caches.open(name)).match(new URL("offline/sets", ROOT));
    if (sets) found.push(...await sets.json());
  }
  const registration = await navigator.serviceWorker.getRegistration();
  return registration && registration.active && !registration.installing ? found : [];
}"""


def kept(phone, host: Host) -> list[str]:
    return phone.evaluate(KEPT.replace("ROOT", json.dumps(host.url)))


def until(truth: Callable[[], object], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not truth():
        assert time.monotonic() < end, "never came true"
        time.sleep(0.1)


def visit(phone, host: Host, path: str, *sets: str) -> None:
    """Opens a page and waits until the phone has these sets."""
    phone.goto(host.url + path)
    until(lambda: {*sets} <= {*kept(phone, host)})


def gone(host: Host, phone) -> None:
    """The network is gone."""
    host.down = True
    phone.context.set_offline(True)


def banner(phone) -> str | None:
    return phone.locator("#kept").inner_text() if phone.locator("#kept").is_visible() else None


def test_one_visit_is_enough_to_read_on_without_network(phone, host, catalogue):
    visit(phone, host, SERVICE, "zh/always", "zh/search")
    gone(host, phone)
    event = next(iter(catalogue.view("zh").life_events))
    for path in ("zh/", SERVICE, f"zh/life-events/{event}/", "zh/hotlines/", "zh/appeals/", "zh/my-window/", ""):
        phone.goto(host.url + path)
        phone.wait_for_load_state()
        assert catalogue.as_of.isoformat() in (banner(phone) or "")
        assert phone.locator("h1").count() == 1
        assert phone.evaluate("getComputedStyle(document.querySelector('.bar')).position") == "fixed"


def test_with_network_no_banner_is_shown(phone, host):
    visit(phone, host, "zh/", "zh/always")
    phone.reload()
    assert banner(phone) is None


def test_search_answers_without_network(phone, host):
    visit(phone, host, "zh/", "zh/always", "zh/search")
    gone(host, phone)
    phone.goto(f"{host.url}zh/search/?q=老板不给钱")
    phone.wait_for_selector("#search-results a[href$='wage-arrears-report/']")


def test_a_page_that_is_not_kept_leads_to_what_is_and_to_the_phone(phone, host):
    visit(phone, host, "zh/", "zh/always")
    gone(host, phone)
    for path in (OTHER, "en/about/", "zh/services/wage-arrears-report", "print/board/x.pdf"):
        phone.goto(host.url + path)
        phone.wait_for_selector("#missing:not([hidden])")
        assert phone.url.startswith(f"{host.url}zh/offline/#{path}")
        assert "没有存在手机里" in phone.locator("#missing").inner_text()
        assert phone.locator("a[href='tel:12333']").is_visible()
        phone.wait_for_selector("#can:not([hidden])")
        assert phone.locator("#sets ~ ul a[href$='zh/hotlines/']").is_visible()
    host.down = False
    phone.context.set_offline(False)
    phone.goto(f"{host.url}zh/offline/#{OTHER}")
    phone.reload()
    phone.locator("#missing a").click()
    phone.wait_for_url(host.url + OTHER)


def test_a_county_is_saved_with_its_size_and_read_without_network(phone, host, release):
    visit(phone, host, "zh/offline/", "zh/always", "zh/search")
    phone.locator("#counties").select_option(COUNTY)
    size = sum(_on_the_wire(release, f"zh/{name}") for name in ("services", COUNTY))
    assert phone.locator("#save").inner_text() == f"存下（约{-(-size // 1000)} KB）"
    phone.locator("#save").click()
    phone.wait_for_selector("#said:has-text('已经存下')")
    assert not phone.locator("#save").is_visible()
    assert not phone.locator("#progress").is_visible()
    gone(host, phone)
    for path in (PLACE, "zh/places/441600/", f"zh/regions/{COUNTY}/", OTHER):
        phone.goto(host.url + path)
        assert banner(phone)
    phone.goto(host.url + ELSEWHERE)
    phone.wait_for_url("**/zh/offline/#**")
    phone.locator(".kept", has_text="源城").get_by_role("button").click()
    phone.wait_for_selector("#said:has-text('已经删掉')")
    phone.goto(host.url + PLACE)
    phone.wait_for_url("**/zh/offline/#**")
    phone.goto(host.url + OTHER)
    assert banner(phone)


def test_a_borrowed_phone_forgets_everything_at_a_touch(phone, host):
    department = "zh/departments/hrss/"
    visit(phone, host, SERVICE, "zh/always", "zh/search")
    phone.goto(host.url + department)
    phone.evaluate("localStorage.setItem('window', '{}')")
    visit(phone, host, "zh/offline/", "zh/always", "zh/search")
    phone.locator("#visited", has_text="人力资源和社会保障部门").wait_for()
    phone.locator("#remove-all").click()
    phone.wait_for_selector("#said:has-text('都删掉了')")
    assert phone.locator("#visited li").count() == 0
    assert not phone.locator("#always").is_visible()
    assert kept(phone, host) == []
    assert phone.evaluate("localStorage.getItem('window')") is None


def test_a_visited_page_is_listed_as_it_is_titled(phone, host):
    visit(phone, host, "en/departments/hrss/", "en/always", "en/search")
    visit(phone, host, "en/offline/", "en/always", "en/search")
    phone.locator("#visited li").first.wait_for()
    assert "&" in phone.locator("#visited").inner_text()
    assert "&amp;" not in phone.locator("#visited").inner_text()


def _on_the_wire(release: Mapping[str, bytes], name: str) -> int:
    index = json.loads(release[re.search(rb"offline/\w+\.json", release["sw.js"])[0].decode()])
    return sum(len(gzip.compress(release[pack])) for _, pack, _ in index["sets"][name]["packs"])


def test_a_county_that_breaks_off_is_not_called_saved_and_goes_on_later(phone, host):
    visit(phone, host, "zh/offline/", "zh/always", "zh/search")
    phone.locator("#counties").select_option(COUNTY)
    packs: list[str] = []
    host.wrong = lambda path: (
        (503, b"") if path.startswith("offline/") and (packs.append(path) or len(packs) > 3) else None
    )
    phone.locator("#save").click()
    phone.wait_for_selector("#said:has-text('没有存完')")
    assert f"zh/{COUNTY}" not in kept(phone, host)
    assert "接着存" in phone.locator("#save").inner_text()
    host.wrong = lambda path: None
    host.asked.clear()
    phone.locator("#save").click()
    phone.wait_for_selector("#said:has-text('已经存下')")
    assert not {*packs[:3]} & {*host.asked}


def test_where_the_phone_is_full_nothing_is_called_saved_and_the_rest_stays(phone, host):
    visit(phone, host, "zh/offline/", "zh/always", "zh/search")
    phone.locator("#counties").select_option(COUNTY)
    _quota(phone, host, 1_000_000)
    phone.locator("#save").click()
    phone.wait_for_selector("#said:has-text('空间不够')")
    gone(host, phone)
    phone.goto(f"{host.url}zh/hotlines/")
    assert banner(phone)


def _quota(phone, host: Host, size: int) -> None:
    session = phone.context.new_cdp_session(phone)
    session.send("Storage.overrideQuotaForOrigin", {"origin": host.url.removesuffix("/hub/"), "quotaSize": size})


@pytest.mark.parametrize("wrong", [(500, b"<!doctype html>500"), (404, b"<!doctype html>404"), (200, PORTAL.encode())])
def test_what_is_not_the_page_is_never_kept(phone, host, wrong):
    visit(phone, host, "zh/", "zh/always", "zh/search")
    host.wrong = lambda path: wrong if path == POLICY else None
    phone.goto(host.url + POLICY)
    host.wrong = lambda path: None
    gone(host, phone)
    phone.goto(host.url + POLICY)
    phone.wait_for_url("**/zh/offline/#**")


@pytest.mark.parametrize("wrong", [(500, b""), (404, b""), (200, PORTAL.encode())])
def test_a_first_visit_that_goes_wrong_keeps_nothing_and_the_next_one_makes_up_for_it(phone, host, wrong):
    host.wrong = lambda path: wrong if path.startswith("offline/") and len(host.asked) > 3 else None
    phone.goto(f"{host.url}zh/")
    until(lambda: any(path.startswith("offline/") for path in host.asked))
    until(lambda: not phone.evaluate("navigator.serviceWorker.getRegistration().then((found) => Boolean(found))"))
    assert phone.evaluate(f"caches.match({json.dumps(host.url + 'zh/')}).then(Boolean)") is False
    host.wrong = lambda path: None
    visit(phone, host, "zh/", "zh/always")


def test_a_server_in_trouble_is_answered_for_by_the_phone(phone, host):
    visit(phone, host, SERVICE, "zh/always", "zh/search")
    host.wrong = lambda path: (502, b"<!doctype html>502")
    phone.reload()
    assert banner(phone)


def test_a_slow_network_is_not_waited_for_longer_than_four_seconds(phone, host):
    visit(phone, host, SERVICE, "zh/always", "zh/search")
    slow = threading.Event()
    host.wrong = lambda path: slow.wait(12) and None if path == SERVICE else None
    started = time.monotonic()
    phone.reload(wait_until="domcontentloaded")
    assert 3.5 < time.monotonic() - started < 9
    assert banner(phone)
    slow.set()


WAITING = "navigator.serviceWorker.getRegistration().then((found) => Boolean(found.waiting))"


def _rested(phone) -> bool:
    """Stops workers, as a browser does that sees them idle: with an inspector attached Chromium never does."""
    session = phone.context.new_cdp_session(phone)
    session.send("ServiceWorker.enable")
    time.sleep(2)
    session.send("ServiceWorker.stopAllWorkers")
    session.detach()
    return True


def _shown(phone) -> tuple[bool, set[str]]:
    """Whether the page is of the newer release, and the folders that its assets came from."""
    folders = phone.evaluate(
        "performance.getEntriesByType('resource').map((e) => e.name.match(/assets[/]([0-9a-f]{10})[/]/)).filter(Boolean).map((m) => m[1])"
    )
    return "(2)" in phone.title(), {*folders}


def test_a_new_release_takes_over_whole_or_not_at_all(phone, host, newer):
    old, new = site.frame().assets[7:-1], "0123456789"
    visit(phone, host, SERVICE, "zh/always", "zh/search")
    phone.goto(host.url + POLICY)
    host.files = newer
    host.wrong = lambda path: (503, b"") if path.startswith("offline/") else None
    phone.goto(host.url + OTHER)
    assert _shown(phone) == (True, {new})
    until(lambda: any(path.startswith("offline/") and path in newer for path in host.asked))
    gone(host, phone)
    # The page of the new release, seen while the phone had the old one, is not mixed with it.
    phone.goto(host.url + OTHER)
    phone.wait_for_url("**/zh/offline/#**")
    for path in (SERVICE, POLICY, "zh/hotlines/"):
        phone.goto(host.url + path)
        assert _shown(phone) == (False, {old})
        assert "2026-12-31" not in (banner(phone) or "")
    host.down, host.wrong = False, lambda path: None
    phone.context.set_offline(False)
    phone.goto(f"{host.url}zh/")
    until(lambda: phone.evaluate(WAITING))
    phone.reload()
    until(lambda: _rested(phone) and not phone.evaluate(WAITING))
    until(lambda: phone.evaluate("caches.keys().then((names) => names.length)") == 2)
    # Playwright would wait for the workers that were stopped before it takes the network away.
    host.down = True
    for path in (SERVICE, POLICY, "zh/hotlines/"):
        phone.goto(host.url + path)
        assert _shown(phone) == (True, {new})
        assert "2026-12-31" in (banner(phone) or "")


def test_a_page_of_the_old_release_that_is_still_open_keeps_its_release(context, host, newer):
    first, second = context.new_page(), context.new_page()
    visit(first, host, SERVICE, "zh/always", "zh/search")
    host.files = newer
    second.goto(f"{host.url}zh/")
    until(lambda: second.evaluate(WAITING))
    second.reload()
    time.sleep(1)
    asset = json.dumps(host.url + site.frame().assets + "icons.svg")
    assert first.evaluate(f"fetch({asset}).then((response) => response.status)") == 200


def test_a_new_release_that_finds_no_room_leaves_the_old_one_whole(phone, host, newer):
    visit(phone, host, SERVICE, "zh/always", "zh/search")
    used = phone.evaluate("navigator.storage.estimate().then(({ usage }) => usage)")
    _quota(phone, host, used + 100_000)
    host.files = newer
    host.asked.clear()
    phone.goto(f"{host.url}zh/")
    until(lambda: sum(path.startswith("offline/") for path in host.asked) >= 2)
    until(lambda: phone.evaluate("navigator.serviceWorker.getRegistration().then((found) => !found.installing)"))
    assert phone.evaluate("caches.keys().then((names) => names.length)") == 2
    gone(host, phone)
    for path in (SERVICE, "zh/hotlines/"):
        phone.goto(host.url + path)
        assert _shown(phone) == (False, {site.frame().assets[7:-1]})


def test_the_kill_switch_removes_the_worker_and_all_that_it_kept(phone, host, files, catalogue):
    visit(phone, host, SERVICE, "zh/always", "zh/search")
    views = {lang: replace(view, hub=replace(view.hub, offline=False)) for lang, view in catalogue.views.items()}
    host.files = released(replace(catalogue, views=views), files, site.frame().assets)
    assert not any(path.startswith("offline/") for path in host.files)
    phone.evaluate("caches.open('of somebody else')")
    phone.goto(f"{host.url}zh/")
    until(lambda: phone.evaluate("caches.keys()") == ["of somebody else"])
    until(lambda: not phone.evaluate("navigator.serviceWorker.getRegistration().then(Boolean)"))


def test_a_reader_who_saves_data_gets_the_search_only_on_asking(browser, host):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    phone = context.new_page()
    visit(phone, host, "zh/offline/", "zh/always")
    phone.wait_for_selector("#can:not([hidden])")
    time.sleep(2)
    assert "zh/search" not in kept(phone, host)
    phone.locator(".kept", has_text="搜索").get_by_role("button").click()
    phone.wait_for_selector(".kept:has-text('已存下')")
    assert "zh/search" in kept(phone, host)
    context.close()


def test_a_search_that_the_reader_removed_does_not_come_back(phone, host):
    visit(phone, host, "zh/", "zh/always", "zh/search")
    phone.goto(f"{host.url}zh/offline/")
    phone.locator(".kept", has_text="搜索").get_by_role("button").click()
    phone.wait_for_selector(".kept:has-text('还没有存')")
    phone.reload()
    phone.wait_for_selector("#can:not([hidden])")
    time.sleep(0.5)
    assert "zh/search" not in kept(phone, host)


@pytest.mark.parametrize(
    "without",
    [
        "delete Navigator.prototype.serviceWorker",
        "delete window.caches",
        "navigator.serviceWorker.register = () => Promise.reject(new Error())",
    ],
)
def test_where_pages_cannot_be_kept_the_page_says_so_and_has_no_dead_button(browser, host, without):
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN")
    context.add_init_script(without)
    phone = context.new_page()
    problems: list[str] = []
    phone.on("pageerror", lambda problem: problems.append(str(problem)))
    phone.goto(f"{host.url}zh/offline/")
    phone.wait_for_selector("#cannot:not([hidden])")
    assert "存不了网页" in phone.locator("#cannot").inner_text()
    assert phone.locator("main button:visible, main select:visible").count() == 0
    assert phone.locator("a[href='tel:12333']").is_visible()
    phone.goto(host.url + SERVICE)
    assert problems == []
    context.close()


def test_without_a_script_the_page_about_it_still_helps(browser, host):
    context = browser.new_context(java_script_enabled=False)
    phone = context.new_page()
    phone.goto(f"{host.url}zh/offline/")
    assert phone.locator("#cannot").is_visible()
    assert phone.locator("main button:visible").count() == 0
    context.close()


def test_a_terminal_in_a_hall_keeps_nothing(phone, host):
    phone.goto(f"{host.url}kiosk.html")
    phone.frame_locator("iframe").locator("h1").wait_for()
    time.sleep(1)
    assert "sw.js" not in host.asked


def test_whether_a_sheet_is_current_is_never_said_from_memory(phone, host, release):
    assert not offline.may_keep("q/board-1/index.html")
    assert not offline.may_keep("q/board-1/editions.json")
    host.files = {
        **release,
        "q/board-1/index.html": b"<!doctype html><title>q</title>",
        "q/board-1/editions.json": b"[]",
    }
    visit(phone, host, "zh/", "zh/always")
    phone.goto(f"{host.url}q/board-1/?e=r1-abcd")
    assert phone.title() == "q"
    gone(host, phone)
    assert phone.evaluate("fetch('editions.json').then(() => 'answered', () => 'failed')") == "failed"
    phone.reload()
    phone.wait_for_selector("#missing:not([hidden])")
    assert "没法核对那张纸" in phone.locator("#missing").inner_text()


def test_only_the_newest_visited_pages_are_kept(phone, host, release):
    visit(phone, host, "zh/", "zh/always", "zh/search")
    pages = [
        path.removesuffix("index.html") for path in release if path.startswith("zh/policies/") and path.count("/") == 3
    ]
    for path in pages[:45]:
        phone.evaluate("(url) => fetch(url).then((page) => page.text())", host.url + path)
    until(lambda: _visited(phone, host)[-1:] == [pages[44]])
    assert _visited(phone, host) == pages[5:45]


def _visited(phone, host: Host) -> list[str]:
    urls = phone.evaluate(
        """async () => {
             const found = [];
             for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) found.push(url);
             return found.filter((url) => url.endsWith("index.html"));
           }"""
    )
    return [url.removeprefix(host.url).removesuffix("index.html") for url in urls]


def test_the_same_release_makes_the_same_worker_and_everything_is_called_after_what_it_holds(release, files, catalogue):
    again = released(catalogue, dict(reversed(files.items())), site.frame().assets)
    assert {path: data for path, data in again.items() if path not in files} == {
        path: data for path, data in release.items() if path not in files
    }
    index = re.search(rb"offline/\w+\.json", release["sw.js"])[0].decode()
    known = json.loads(release[index])
    named = {pack for found in known["sets"].values() for _, pack, _ in found["packs"]} | {
        *known["lists"].values(),
        index,
    }
    assert named == {path for path in release if path.startswith("offline/")}
    assert len(gzip.compress(release[index])) + len(gzip.compress(release["sw.js"])) < 12_000


def test_what_is_kept_costs_little(release):
    assert sum(_on_the_wire(release, name) for name in ("shell", "date", "zh/always")) < 100_000
    assert sum(_on_the_wire(release, name) for name in ("zh/services", "zh/441622")) < 700_000


def test_a_pack_gives_back_each_file_byte_for_byte():
    files = {"a": b"x\ny\n", "b": b"x\nz\n", "c": "一\r\n\u2028".encode(), "d": b""}
    [made] = packs(files)
    unpacked = {
        path: "\n".join(
            line for start, end in zip(runs[::2], runs[1::2], strict=True) for line in made.lines[start:end]
        )
        for path, runs in made.files.items()
    }
    assert {path: text.encode() for path, text in unpacked.items()} == files
