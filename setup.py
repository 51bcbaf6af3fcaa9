"""Everything about the project stands in pyproject.toml; this only lets the build of a wheel compile the data.

Without it, as in an editable installation, the program reads the TOML itself and gives the same answers, a little later.
"""

import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithData(build_py):
    """Copy modules and data as ever, then compile the copy of the data with the copy of the modules."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        sys.path.insert(0, self.build_lib)
        from mivdcli.wheel import compile_data

        compile_data(Path(self.build_lib, "mivdcli", "data"))


setup(cmdclass={"build_py": BuildWithData})
