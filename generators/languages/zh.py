"""Chinese."""

from __future__ import annotations

import re

from generators.languages.language import Grammar, Language, Modal, near
from generators.text.sayings import say

LANGUAGE = Language(
    norm="zh",
    dates="zh",
    menu="中文",
    typed_months=(),  # they are typed as figures
    yes=("是",),
    no=("否",),
    modal=Modal(re.compile(r"必须"), "宜"),
    neighbours=(
        near(
            r"\bconsensual",
            r"协商一致",
            say("that is 'by consensus'; write '同意'"),
            r"consensus",
        ),
        near(
            r"\bassent\b",
            r"批准",
            say("that is ratification; write '同意'"),
            r"ratif|approv",
        ),
    ),
    negating_signs="不无未非没除勿免",
    digits=dict(
        zip("〇零一二两三四五六七八九", (0, 0, 1, 2, 2, *range(3, 10)), strict=True)
    ),
    scales={"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8},
    spaced=False,
    grammar=Grammar(
        row="、",
        last="和",
        to="至",
        then="和",
        points="{letter}项{points}目",
        point="({x})",
        against="诉",
        others="等人",
        romans=tuple("一二三四五六七八九十"),
        paragraph="第{n}款",
        paragraphs="第{n}款",
        within="{whole}{part}",
        letter="{x}项",
        letters="{x}项",
        with_letter="{whole}{part}",
        mark="({x})",
        comma="，",
        semicolon="；",
        colon="：",
        aside="{first}（{aside}）",
    ),
    article_words=("第_条",),
    idle=(
        "谁 什么 哪些 哪个 哪里 如何 怎样 怎么 多久 多少 "
        "是否 可以 可否 能否 吗 呢 为何 为什么 何时 应该 "
        "需要 能不能 有没有 是不是 我们 他们 她们 我的 他的 她的 我 "
        "你 您 他 她 了 着 吧 啊 被 把 之后 "
        "以后 之前 的 和 与 及"
    ),
    uncut=(
        "共和 和平 和解 和谐 参与 与会 埃及 涉及 普及 目的 的确 被罚 被捕 被拐 被迫 被害"
    ),
)
