"""China's telephone numbering plan: area codes and the length of the numbers behind them (without the leading 0).

Checked against the metadata of libphonenumber 9; codes that were given up when cities joined (0378, 0732, 0413 …) are
not in it.
"""

from __future__ import annotations

# Ranges are written "310-319"; a code alone stands for itself.
_EIGHT_DIGITS = """
10 20-25 27-29 311 371 377 379 411 431 432 451 510-519 523 527 531 532 551 571 573-577 579 591 595 731 755 757 760 769
791 871 898
"""
_SEVEN_DIGITS = """
310 312-319 335 349 350-359 370 372-376 391-396 398 412 415-419 421 427 429 434 436-439 452-459 464 467-469 470-479
482 483 530 533-539 543 546 550 552-559 561-564 566 570 572 578 580 592-594 596-599 631-633 635 660 662 663 668 691
692 701 710-719 722 724 728 730 734-739 743-746 750-753 756 758 759 762 763 766 768 770-779 790 792-799 812 813
816-818 825-827 830-839 854-859 870 872-879 883 886-888 891-897 901-903 906 908 909 911-917 919 930-939 941 943
951-955 970-977 979 990-999
"""
_BOTH = "433 435 754 851"


def _codes(text: str) -> frozenset[str]:
    codes: list[str] = []
    for word in text.split():
        first, _, last = word.partition("-")
        codes += [str(n) for n in range(int(first), int(last or first) + 1)]
    return frozenset(codes)


def lengths() -> dict[str, tuple[int, ...]]:
    """Area code without 0 -> the lengths that its numbers can have."""
    plan: dict[str, tuple[int, ...]] = dict.fromkeys(_codes(_SEVEN_DIGITS), (7,))
    plan |= dict.fromkeys(_codes(_EIGHT_DIGITS), (8,))
    return plan | dict.fromkeys(_codes(_BOTH), (7, 8))
