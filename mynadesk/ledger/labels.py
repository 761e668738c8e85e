"""How states, steps and desks are called."""

from mynadesk.ledger.states import State, Step, Who
from mynadesk.words import Words

STATES = {
    State.letter_due: Words("照会書 送付待ち", "Letter to be sent"),
    State.letter_sent: Words("照会書 送付済み", "Letter sent"),
    State.letter_returned: Words("照会書 返戻", "Letter returned by the post"),
    State.decided: Words("2回目 判定済み", "Second visit decided"),
    State.done: Words("完了", "Done"),
    State.withdrawn: Words("取下げ", "Withdrawn"),
    State.lapsed: Words("期限切れ", "Lapsed"),
}
STEPS = {
    Step.open: Words("1回目の受付", "First visit taken"),
    Step.send: Words("照会書の送付", "Sending the letter"),
    Step.return_: Words("照会書の返戻", "Return of the letter"),
    Step.resend: Words("再送付の準備", "Getting ready to send again"),
    Step.decide: Words("2回目の判定", "Deciding the second visit"),
    Step.finish: Words("完了", "Finishing"),
    Step.withdraw: Words("取下げ", "Withdrawing"),
    Step.lapse: Words("期限切れ", "Lapsing"),
    Step.undo: Words("直前の手順の取消し", "Undoing the last step"),
}
DESKS = {
    Who.any: Words("どの窓口でも", "any desk"),
    Who.opening: Words("1回目を受け付けた窓口", "the desk that took the first visit"),
    Who.last: Words("直前の手順を行った窓口", "the desk that took the last step"),
}
