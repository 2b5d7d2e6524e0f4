"""The reader's own list on a phone: made of the answers, taken along, and shown to the window."""

import base64
import zlib
from urllib.parse import urlsplit

import pytest

pytest.importorskip("playwright.sync_api")

PERMIT = "services/residence-permit-apply/"
INJURY = "services/work-injury-recognition/"
WECHAT = "Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.48"
# A voice in each language, and what it was asked to say.
VOICES = """
    window.said = [];
    const voices = ["zh-HK", "zh-CN", "en-GB"].map((lang) => ({ lang, name: lang }));
    const speaker = { getVoices: () => voices, speak: (words) => said.push(words), cancel: () => said.push("stop") };
    Object.defineProperty(window, "speechSynthesis", { value: speaker });
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""


@pytest.fixture
def phone(browser):
    """Opens pages in a phone 360 px wide that may lack things; closes them after the test."""
    opened = []

    def open_page(without: str = "", **more):
        context = browser.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN", **more)
        opened.append(context)
        page = context.new_page()
        page.wrong = []
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        if without:
            page.add_init_script(without)
        return page

    yield open_page
    for context in opened:
        assert [wrong for page in context.pages for wrong in page.wrong] == []
        context.close()


def part(page, title: str):
    return page.locator(".list section").filter(has=page.get_by_role("heading", name=title, exact=True))


def eventually(page, condition: str) -> None:
    """Waits until a condition holds; Playwright's own way needs the very eval that pages forbid."""
    for _ in range(100):
        if page.evaluate(f"!!({condition})"):
            return
        page.wait_for_timeout(50)
    pytest.fail(condition)


def buttons(page) -> list[str]:
    return page.locator(".acts button:visible").all_text_contents()


def test_the_first_screen_tells_who_what_it_costs_how_long_and_where(phone, host, catalogue):
    """Of the services with the most to say of it, down to the bar at the bottom."""

    def said(service):
        notes = (service.name, service.fee.note, service.time.note, service.way.text)
        return sum(len(note) for note in notes if note)

    page = phone()
    for service in sorted(catalogue.view("zh").services.values(), key=said)[-8:]:
        page.goto(f"{host}zh/services/{service.id}/")
        bottom = page.evaluate("document.querySelector('.bar').getBoundingClientRect().top")
        for fact in ("[data-fact=audience]", "[data-fact=fee]", "[data-fact=time]", "[data-fact=where] .way"):
            box = page.locator(fact).bounding_box()
            assert box["y"] + box["height"] <= bottom, (service.id, fact)


def test_without_answers_the_list_is_complete(phone, host):
    page = phone()
    page.goto(f"{host}zh/{PERMIT}")
    on_page = page.locator("section[aria-labelledby=materials] [data-entry] strong").all_text_contents()
    on_list = (
        part(page, "带什么去").locator("label > span").evaluate_all("all => all.map((e) => e.firstChild.textContent)")
    )
    assert on_list == on_page
    assert part(page, "你的情况").count() == 0
    assert part(page, "办理步骤").locator("li").count() == page.locator(".steps > li").count()
    for title in ("什么情况能办", "办事收费", "要多久", "去哪里", "打电话"):
        assert part(page, title).locator("li").count() >= 1, title


@pytest.mark.parametrize(
    ("lang", "answer", "situation", "paper"),
    [
        ("zh", "我在这里租房住", "你的情况", "租房合同"),
        ("en", "I rent a home here", "Your situation", "Rental contract"),
    ],
)
def test_answers_are_named_and_leave_only_what_they_call_for(phone, host, lang, answer, situation, paper):
    page = phone()
    page.goto(f"{host}{lang}/{PERMIT}")
    everything = page.locator(".list input").count()
    page.get_by_role("radio", name=answer).check()
    assert answer in part(page, situation).text_content()
    assert 0 < page.locator(".list input").count() < everything
    assert paper in page.locator(".list").text_content()


def test_what_is_ticked_off_stays_ticked_while_answers_change_and_goes_with_the_page(phone, host):
    page = phone()
    page.goto(f"{host}zh/{PERMIT}")
    page.locator(".list").get_by_role("checkbox", name="本人的居民身份证").check()
    page.get_by_role("radio", name="我在这里租房住").check()
    assert page.locator(".list").get_by_role("checkbox", name="本人的居民身份证").is_checked()
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie.length]") == [0, 0, 0]
    page.reload()
    assert page.locator(".list input:checked").count() == 0


def test_forms_lead_to_their_pages_and_numbers_of_copies_are_told(phone, host, catalogue):
    view = catalogue.view("zh")
    form = next(form for form in view.forms.values() if form.services)
    copied = next(s.id for s in view.services.values() if any(m.copies for m in s.materials))
    page = phone()
    page.goto(f"{host}zh/services/{form.services[0]}/")
    assert (
        page.locator(".list").get_by_role("link", name=form.name).get_attribute("href").endswith(f"/forms/{form.id}/")
    )
    page.goto(f"{host}zh/services/{copied}/")
    assert "复印件1份" in part(page, "复印件").text_content()


def test_the_text_is_copied_and_stands_there_to_be_selected(phone, host):
    page = phone(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{host}zh/{PERMIT}#ground=rented")
    page.locator(".list").get_by_role("checkbox", name="本人的居民身份证").check()
    page.locator("[data-act=text]").click()
    text = page.locator(".given textarea").input_value()
    assert text.startswith("【居住证申领】")
    assert "我在这里租房住" in text
    assert "☑ 本人的居民身份证" in text
    assert f"{host}zh/{PERMIT}\n" in text
    assert "#ground" not in text
    assert page.locator(".given").text_content().startswith("文字已经复制")
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_without_a_clipboard_the_text_is_selected(phone, host):
    page = phone("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{host}zh/{PERMIT}")
    page.locator("[data-act=text]").click()
    area = page.locator(".given textarea")
    area.wait_for()
    assert page.locator(".given").text_content().startswith("长按")
    assert area.evaluate("(e) => e.selectionEnd - e.selectionStart === e.value.length && e.readOnly")


def test_the_picture_holds_the_longest_list(phone, host, catalogue):
    longest = max(catalogue.view("zh").services.values(), key=lambda s: len(s.steps) + len(s.materials)).id
    for lang in ("zh", "en"):
        page = phone()
        page.goto(f"{host}{lang}/services/{longest}/")
        page.locator("[data-act=picture]").click()
        if page.locator("[data-sure=yes]").is_visible():
            page.locator("[data-sure=yes]").click()
        image = page.locator(".given img")
        image.wait_for()
        wide, high = image.evaluate("(e) => e.decode().then(() => [e.naturalWidth, e.naturalHeight])")
        assert wide == 720
        assert 1000 < high <= 4096
        assert _inked(image.get_attribute("src"))
        assert page.locator(".given a[download]").get_attribute("download") == f"{longest}.png"


def _inked(address: str) -> bool:
    """Whether a PNG in a data address holds anything but one colour."""
    data, at, packed = base64.b64decode(address.split(",")[1]), 8, b""
    while at < len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        packed += data[at + 8 : at + 8 + size] if kind == b"IDAT" else b""
        at += size + 12
    return len(set(zlib.decompress(packed))) > 8


def test_in_wechat_there_is_no_dead_button_and_the_picture_is_pressed(phone, host):
    page = phone("delete Navigator.prototype.share", user_agent=WECHAT)
    page.goto(f"{host}zh/{PERMIT}")
    assert buttons(page) == ["给窗口看", "文字版", "存成图片"]
    page.locator("[data-act=picture]").click()
    page.locator(".given img").wait_for()
    assert page.locator(".given").text_content() == "长按图片，存到手机，或者发给别人。"


def test_what_a_browser_lacks_is_not_offered(phone, host):
    page = phone(
        "delete window.print; delete window.speechSynthesis; delete Navigator.prototype.share;"
        "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
    )
    page.goto(f"{host}zh/{PERMIT}")
    assert buttons(page) == ["给窗口看", "文字版", "存成图片"]
    assert not page.locator("[data-speak]").is_visible()


def test_sharing_passes_the_list_without_the_answers_in_an_address(phone, host):
    page = phone("Object.defineProperty(navigator, 'share', { value: async (shared) => { window.shared = shared; } })")
    page.goto(f"{host}zh/{PERMIT}#ground=rented")
    assert "转发" in buttons(page)
    page.locator("[data-act=share]").click()
    eventually(page, "window.shared")
    shared = page.evaluate("window.shared")
    assert sorted(shared) == ["text", "title"]
    assert "ground=" not in shared["text"]


@pytest.mark.parametrize("act", ["print", "text", "picture", "share"])
def test_answers_about_health_or_family_ask_for_a_second_thought(phone, host, act):
    page = phone(
        """window.done = 0; window.print = () => done++;
           Object.defineProperty(navigator, 'share', { value: async () => { done++; } })"""
    )
    page.goto(f"{host}zh/{INJURY}")
    assert not page.locator(".careful").is_visible()
    page.get_by_role("radio", name="干活的时候受伤").check()
    assert page.locator("[data-kind]:visible").all_text_contents() == ["你的回答说到了身体的事。"]
    page.locator(f"[data-act={act}]").click()
    assert page.locator("[data-sure=yes]").evaluate("(e) => e === document.activeElement")
    page.locator("[data-sure=no]").click()
    assert page.evaluate("done") == 0
    assert page.locator(".given").text_content() == ""
    page.locator(f"[data-act={act}]").click()
    page.locator("[data-sure=yes]").click()
    eventually(page, "done || document.querySelector('.given').childElementCount")


def test_on_paper_stands_the_list_alone(phone, host):
    page = phone("window.print = () => { window.printed = true; }")
    page.goto(f"{host}zh/{PERMIT}#ground=rented&who=self")
    page.locator("[data-act=print]").click()
    page.locator("[data-sure=yes]").click()
    eventually(page, "window.printed")
    page.emulate_media(media="print")
    shown = page.locator("main > :visible").evaluate_all("all => all.map((e) => e.id || e.tagName)")
    assert shown == ["H1", "checklist"]
    assert page.locator(".acts, .careful, .given, .bar").evaluate_all("all => all.filter((e) => e.offsetParent)") == []
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not page.locator("#checklist").is_visible()
    assert page.locator("#materials").is_visible()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_window_is_shown_the_matter_the_answers_and_what_was_brought_in_chinese(phone, host, lang):
    page = phone()
    page.goto(f"{host}{lang}/{PERMIT}#ground=rented&who=self")
    page.locator(".list input").first.check()
    page.locator(".tool[data-show]").click()
    dialog = page.get_by_role("dialog", name="我想办“居住证申领”，请看一下还缺什么。")
    dialog.wait_for()
    assert "我在这里租房住" in dialog.locator(".answers").text_content()
    assert dialog.locator(".have li").all_text_contents() == ["本人的居民身份证"]
    assert dialog.locator(".lack li").all_text_contents() == ["本人的照片", "租房合同"]
    assert "residence-permit-apply" in dialog.text_content()
    assert dialog.evaluate("(e) => [e.clientWidth, e.clientHeight]") == [360, 740]
    assert dialog.evaluate("(e) => e.scrollWidth") <= 360
    size = dialog.locator(".say").evaluate("(e) => parseFloat(getComputedStyle(e).fontSize)")
    assert size >= 32
    assert page.url == f"{host}{lang}/{PERMIT}#ground=rented&who=self"


NO_DIALOGS = "delete HTMLDialogElement.prototype.showModal; delete window.HTMLDialogElement"


@pytest.mark.parametrize("without", ["", NO_DIALOGS])
def test_by_keyboard_alone_the_view_opens_keeps_the_focus_and_closes(phone, host, without):
    page = phone(without)
    page.goto(f"{host}en/{PERMIT}")
    button = page.locator(".tool[data-show]")
    button.focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for()
    for _ in range(3):
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
        page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    assert button.evaluate("(e) => e === document.activeElement")


def test_by_keyboard_alone_a_question_is_answered_and_a_paper_ticked_off(phone, host):
    page = phone()
    page.goto(f"{host}zh/{PERMIT}")
    page.locator(".questions input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert page.url.endswith("#ground=rented")
    page.locator(".list input").first.focus()
    page.keyboard.press("Space")
    assert page.locator(".list input").first.is_checked()


def test_without_a_script_the_chinese_page_is_what_is_shown_to_the_window(phone, host):
    page = phone(java_script_enabled=False)
    page.goto(f"{host}en/{PERMIT}")
    assert not page.locator("#checklist").is_visible()
    assert page.locator("main button:visible").count() == 0
    page.get_by_role("link", name="Show this to the window").click()
    assert page.url == f"{host}zh/{PERMIT}"
    assert page.locator("main button:visible").count() == 0


def test_reading_aloud_says_the_page_and_numbers_digit_by_digit(phone, host):
    page = phone(VOICES)
    page.goto(f"{host}zh/services/wage-arrears-report/")
    button = page.locator("[data-speak]")
    button.click()
    eventually(page, "said.length > 5")
    said = page.evaluate("said.map((words) => words.text ?? words)")
    spoken = "".join(said)
    assert spoken.startswith("stop拖欠工资投诉")
    assert "幺二三三三" in spoken
    assert "12333" not in spoken
    assert "60" in spoken
    assert page.evaluate("said[1].voice.lang") == "zh-CN"
    assert button.text_content() == "停下"
    button.click()
    eventually(page, "said[said.length - 1] === 'stop'")
    assert button.text_content() == "念给我听"
    page.goto(f"{host}en/services/wage-arrears-report/")
    page.locator("[data-speak]").click()
    eventually(page, "said.length > 5")
    assert " 1 2 3 3 3 " in "".join(page.evaluate("said.map((words) => words.text ?? words)"))


def test_without_a_voice_of_the_language_nothing_is_read(phone, host):
    page = phone(VOICES.replace('"zh-HK", "zh-CN", ', ""))
    page.goto(f"{host}zh/{PERMIT}")
    assert not page.locator("[data-speak]").is_visible()


def test_no_answer_is_ever_sent(phone, host):
    """Neither in an address nor in what is posted nor as the page that one came from."""
    page = phone()
    asked = []
    page.on("request", lambda request: asked.append(request))
    page.goto(f"{host}zh/{PERMIT}")
    page.get_by_role("radio", name="我在这里租房住").check()
    page.get_by_role("radio", name="给我自己办").check()
    page.locator("[data-act=text]").click()
    page.locator("[data-sure=yes]").click()
    page.locator("[data-act=picture]").click()
    page.locator("[data-sure=yes]").click()
    page.locator(".given img").wait_for()
    page.locator(".tool[data-show]").click()
    page.keyboard.press("Escape")
    page.reload()
    page.locator(".bar a[rel=alternate]").click()
    page.wait_for_url(f"{host}en/{PERMIT}#ground=rented&who=self")
    page.locator("[data-fact=where] a").first.click()
    page.wait_for_load_state()
    assert len(asked) > 10
    for request in asked:
        sent = f"{urlsplit(request.url)._replace(fragment='').geturl()} {request.post_data} {request.all_headers()}"
        assert "rented" not in sent
        assert "ground" not in sent
