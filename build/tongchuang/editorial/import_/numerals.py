"""Numbers as Chinese documents write them, both ways."""

_DIGITS = "〇一二三四五六七八九"
_VALUES = {**{digit: value for value, digit in enumerate(_DIGITS)}, "零": 0, "○": 0, "Ｏ": 0, "O": 0, "元": 1, "两": 2}
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def chinese(number: int) -> str:
    """1 to 999 in counting words: 十二, 一百零三; what is beyond in digits."""
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")


def value(words: str) -> int | None:
    """What 十二, 一百零三, 二〇一一 or 12 says; None if it is no number."""
    if words.isascii() and words.isdecimal():
        return int(words)
    if not words or any(char not in _VALUES and char not in "十百" for char in words):
        return None
    if "十" not in words and "百" not in words:
        return int("".join(str(_VALUES[char]) for char in words))
    total, digit = 0, 0
    for char in words:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _VALUES[char]
    return total + digit


def in_format(number: int, form: str) -> str:
    """A number in one of Word's formats (ECMA-376-1, 17.18.59, ST_NumberFormat); in digits where it is rare."""
    match form:
        case "none":
            return ""
        case "decimalZero":
            return f"{number:02}"
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if 1 <= number <= 20:
            return chr(0x245F + number)
        case "decimalEnclosedParen":
            return f"({number})"
        case "ideographEnclosedCircle":
            return f"（{chinese(number)}）"
        case "ideographTraditional":
            return _STEMS[(number - 1) % 10]
        case "ideographZodiac":
            return _BRANCHES[(number - 1) % 12]
        case "upperLetter" | "lowerLetter":
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter.upper() if form == "upperLetter" else letter
        case "upperRoman" | "lowerRoman":
            return _roman(number).upper() if form == "upperRoman" else _roman(number)
    if form.startswith(("chinese", "ideograph", "japanese", "taiwanese", "korean")):
        return chinese(number)
    return str(number)


def _roman(number: int) -> str:
    words = ""
    for size, sign in _ROMAN:
        times, number = divmod(number, size)
        words += sign * times
    return words
