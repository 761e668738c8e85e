"""What the pages of the rulebook say. They name the parts of its files, which only code knows."""

from mynadesk.words import Words

TITLE = Words("規則", "Rules")
VIEWS = {
    "routes": Words("経路", "Routes"),
    "documents": Words("書類", "Papers"),
    "pins": Words("暗証番号", "PINs"),
    "sources": Words("出典", "Sources"),
    "days": Words("期日", "Days"),
    "proof": Words("証明", "Proof"),
}
GROUPS = {
    "routes": Words("経路", "Routes"),
    "requirements": Words("要件", "Requirements"),
    "classes": Words("書類の区分", "Classes of papers"),
    "kinds": Words("書類", "Papers"),
    "checks": Words("書類の確認", "Checks of papers"),
    "two_of_one_kind": Words("同じ種類の書類", "Papers of one kind"),
    "pins": Words("暗証番号", "PINs"),
    "operations": Words("手続", "Requests"),
    "reasons": Words("やむを得ない理由", "Unavoidable reasons"),
    "notices": Words("職員へのお知らせ", "Notices for the clerk"),
    "alternatives": Words("ほかの方法", "Other ways"),
    "figures": Words("数字と期日", "Figures and days"),
}
UNITS = {
    "years": Words("{value}歳", "{value} years"),
    "months": Words("{value}か月", "{value} months"),
    "yen": Words("{value}円", "{value} yen"),
    "date": Words("{value}", "{value}"),
}
ALWAYS = Words("適用 いつでも", "In force: always")
FROM = Words("適用開始 {first}", "In force from {first}")
UNTIL = Words("適用終了 {last}", "in force until {last}")
NOT_NOW = Words("(この日は適用なし)", "(not on this day)")
OTHER_TIME = Words("ほかの期間の定め", "At other times")
SOURCE = Words("出典", "Source")
USED_BY = Words("使う経路", "Routes that use it")
NO_ROUTE = Words("どの経路でも使われません。", "No route uses it.")
TURNING = Words(
    "この決まりで変わる場面(Enterで受付画面に置く)", "What turns on it (Enter lays it on the desk)"
)
LOOKING = Words("場面を探しています", "Looking for situations")
NONE_TURNS = Words("これだけで判定やお知らせの変わる場面はありません。", "No situation turns on this alone.")
BEGINS = Words("ここから", "begins")
ENDED = Words("前日まで", "ended the day before")
LIMIT = Words("期日", "limit")
NO_DAYS = Words("日によって変わる決まりはありません。", "Nothing depends on the day.")
WHOLE_SOURCE = Words("全体", "as a whole")
CITED = Words("引いている決まり", "Cited by")
NOT_FOUND = Words("「{text}」に合うものはありません。", 'Nothing matches "{text}".')
ELSEWHERE = Words("ほかの一覧にあるもの", "On other lists")
FILTER = Words("絞り込み", "Filter")
FILTER_HINT = Words("文字を打つと絞り込みます", "type to filter")
LOOKED_AT = Words("この行の決まり", "Behind this line")
GONE = Words("この決まりは、いまの規則にありません。", "This entry is not in the rules any more.")
KEYS = {
    "open": Words("開く", "Open"),
    "move": Words("選ぶ", "Choose"),
    "view": Words("一覧", "Lists"),
    "back": Words("戻る", "Back"),
    "leave": Words("終了", "Quit"),
    "erase": Words("1字消す", "Erase"),
}
PROOF_TITLE = Words("規則の証明", "Proof of the rules")
PROVING = Words(
    "すべての場面を調べています({done}/{all}日目)", "Looking at all situations ({done} of {all} days)"
)
PROVING_BEGINS = Words("すべての場面を調べています", "Looking at all situations")
FAULTS = Words("規則の誤り", "Faults of the rules")
SEE_CHECK = Words("くわしくは mynadesk rules check で見られます。", "mynadesk rules check tells more.")
LAST_GOOD = Words(
    "保存された規則は使えないため、前の規則({digest})で続けています。",
    "The rules on the disk cannot be used; those before ({digest}) go on.",
)
OPEN_CASE = Words("この場面を受付画面に置く", "Lay this situation on the desk")
