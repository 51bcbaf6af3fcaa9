"""The reader's own settings file: where it is and what it holds. Most readers have none, and none of those pay for it."""

import os
import sys
from errno import EFBIG
from pathlib import Path
from typing import Any

from mivdcli.errors import UsageError
from mivdcli.files import read_file

VARIABLE = "MIVD_CONFIG"
"""Names another file; empty, there is none."""
NAME = "config.toml"
LARGEST = 64 * 1024
"""Bytes; a file of seven lines that is larger is something else."""
HELP = "mivd config show lists the keys and what each is set to"


class ConfigError(UsageError):
    """The settings file cannot be read, or says something that cannot be.

    Exit 2 and not 3: the file holds options that were typed once instead of every time, and no data.
    """

    code = "config"


def config_path() -> Path | None:
    """The settings file, whether it is there or not; None where the environment says that there is none."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(os.path.expanduser(named)) if named.strip() else None  # noqa: PTH111 - it never raises
    return config_folder() / NAME


def config_folder() -> Path:
    """The platform's folder for the settings of a user.

    On Linux it is worked out here, because looking it up costs a short command three hundredths of its time; a test holds the
    two together.
    """
    if sys.platform == "linux":
        return Path(os.environ.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")) / "mivd"  # noqa: PTH111 - cheaper
    from platformdirs import user_config_path

    return user_config_path("mivd", appauthor=False)


def read(path: Path) -> dict[str, Any]:
    """What the file says; nothing where it is not there and nobody named it. Raises ConfigError."""
    try:
        raw = read_file(path, LARGEST)
    except (FileNotFoundError, NotADirectoryError):
        if os.environ.get(VARIABLE) is None:
            return {}
        raise ConfigError(f'{VARIABLE}: "{path}" does not exist', hint=HELP) from None
    except (OSError, ValueError) as error:
        if getattr(error, "errno", None) == EFBIG:
            raise ConfigError(f'the settings file "{path}" is larger than {LARGEST // 1024} KiB', hint=HELP) from None
        told = getattr(error, "strerror", None) or str(error)
        raise ConfigError(f'cannot read the settings file "{path}": {told}', hint=HELP) from None
    from mivdcli.corpus import parse_toml  # which brings the whole model: too much where there is no file

    try:
        return parse_toml(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigError(f'the settings file "{path}" is not UTF-8 (byte {error.start})', hint="save it as UTF-8") from None
    except (ValueError, RecursionError, ArithmeticError) as error:
        told = str(error) or type(error).__name__
        raise ConfigError(f'the settings file "{path}" is not valid TOML: {told}', hint='for instance: lang = "en"') from None
