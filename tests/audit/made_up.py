"""A made-up city's page, as text and as markup, and rules that know its sentences."""

from msgspec.structs import replace

from mynadesk.rulebook.loading import load_rulebook
from mynadesk.rulebook.page import digest, sentences
from mynadesk.rulebook.schema import SourceEntry
from mynadesk.rulebook.shipped import shipped_rules
from mynadesk.rulebook.written import Written
from mynadesk.words import Words

HEADINGS = ["図書カードの窓口", "持ち物", "手数料", "注 本人の確認"]
TEXT = """\
図書カードの窓口
なくしたときは、窓口で作り直せます。詳しくはこちら(外部サイト)をご覧ください。
持ち物
- 古いカード 1点
- 本人を確かめる書類 1点 ※注
- 印鑑
手数料
区分 | 金額 | 支払い |
---|---|---|
おとな | 300円(現金) | 要 |
こども |
なし
| 否 |
※こどもは6~15歳です。
※注 本人の確認
書類は、原本をお持ちください。
- 印鑑
"""
MARKUP = """\
<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>図書カードの窓口 - 見本市</title>
<style>p { color: red }</style><script>document.write("<p>持ち物</p>");</script></head>
<body>
<header role="banner"><a href="/">見本市</a></header>
<nav><ul><li>くらし</li><li>持ち物</li></ul></nav>
<p>トップ &gt; くらし</p>
<main>
<h1>図書カードの窓口</h1>
<p>なくしたときは、窓口で<strong>作り直せ</strong>ます。<br>
   詳しくは<a href="x">こちら</a>（外部サイト）をご覧ください。</p>
<h2>持ち物</h2>
<ul><li>古いカード&nbsp;&nbsp;１点</li><li>本人を確かめる
   書類　１点　※注<li>・印鑑</ul>
<h2>手数料</h2>
<table><tr><th>区分<th>金額<th>支払い</tr>
<tr><td>おとな<td>３００円（現金）<td>要</tr>
<tr><td>こども<td><p>なし</p><td>否</tr></table>
<p>※こどもは６〜１５歳です。</p>
<h2>※注　本人の確認</h2>
<p>書類は、<wbr>原本をお持ちください。</p><p>印鑑</p>
</main>
<div hidden>下書き</div>
<footer><p>市民課 電話 000-0000</p></footer>
</body></html>
"""
PAGE = "sample-page"
SENTENCES = sentences(TEXT, HEADINGS)


def made_up_rules() -> Written:
    """The shipped rules with the made-up page as their source; the postage cites a line of its table."""
    written = load_rulebook(shipped_rules()).timeline.written
    known = {each.place: digest(each.text) for each in SENTENCES}
    title = Words("見本市「図書カードの窓口」", "Sample City, library cards")
    entry = SourceEntry(layer="page", title=title, headings=HEADINGS, sentences=known)
    postage = written.figures["postage"]
    assert not isinstance(postage, list)
    cited = replace(postage, source=[f"{PAGE} / 手数料 / 2", "office"])
    return replace(written, sources={PAGE: entry}, figures={**written.figures, "postage": cited})
