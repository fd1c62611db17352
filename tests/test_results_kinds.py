"""Which results can stand side by side."""

import pytest

from site_src.models import Result
from site_src.results.kinds import KINDS, OTHER, kind_of, largest_speed_up


def result(value: str, unit: str, metric: str, number: float | None = 2) -> Result:
    return Result(value=value, number=number, unit=unit, metric=metric, baseline=None, quote="", source="page")


@pytest.mark.parametrize(
    ("unit", "metric", "expected"),
    [
        ("x", "speed-up", "speed-up"),
        ("x", "inference speed-up (GPU)", "speed-up"),
        ("x", "memory-bound speed-up", "speed-up"),
        ("x", "token-level tail latency reduction", "speed-up"),
        ("x", "training time reduction", "speed-up"),
        ("x", "latency increase", "other"),
        ("x", "test-time compute efficiency", "work"),
        ("x", "inference throughput", "throughput"),
        ("x", "operations per second", "throughput"),
        ("%", "speed-up", "faster"),
        ("+%", "throughput gain", "faster"),
        ("%", "inference time reduction", "time-saved"),
        ("%", "impact on system throughput", "other"),
        ("x", "KV cache compression", "space"),
        ("x", "model size on the same hardware", "other"),
        ("%", "memory reduction", "space-saved"),
        ("%", "VRAM increase", "other"),
        ("%", "KV cache memory kept", "other"),
        ("bits", "bit-width (generative tasks)", "bits"),
        ("bits", "mask overhead per weight", "other"),
        ("x", "energy efficiency", "work"),
        ("%", "compression compute saving", "work-saved"),
        ("%", "FLOPs reduction", "work-saved"),
        ("%", "accuracy loss", "quality-lost"),
        ("points", "accuracy loss", "quality-lost"),
        ("%", "zero-shot performance kept", "quality-kept"),
        ("pp", "accuracy gain", "quality-gained"),
        ("%", "mIoU gain", "quality-gained"),
        ("%", "top-1 accuracy (ImageNet)", "quality"),
        ("%", "layers at lower precision", "other"),
        ("%", "test score standard deviation", "other"),
        ("%", "model FLOPs utilization (MFU)", "utilization"),
        ("%", "performance gain", "other"),
        ("ms", "latency", "other"),
        ("FID", "FID", "other"),
    ],
)
def test_a_result_is_of_the_kind_its_unit_and_metric_say(unit: str, metric: str, expected: str) -> None:
    assert kind_of(result("2", unit, metric)).slug == expected


def test_kinds_are_told_apart_and_explained() -> None:
    assert len({kind.slug for kind in KINDS}) == len({kind.name for kind in KINDS}) == len(KINDS)
    assert all(kind.about.endswith(".") for kind in KINDS)
    assert KINDS[-1] is OTHER


def test_the_largest_speed_up_is_one_in_times_and_of_a_range_the_lower_end_counts() -> None:
    stated = (
        result("30%", "%", "speed-up", 30),
        result("9×", "x", "memory reduction", 9),
        result("5–2500×", "x", "speed-up", 5),
        result("7×", "x", "latency reduction", 7),
        result("tenfold", "x", "speed-up", None),
    )

    assert largest_speed_up(stated) == stated[3]
    assert largest_speed_up(stated[:2]) is None
