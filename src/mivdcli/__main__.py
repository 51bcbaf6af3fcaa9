"""``python -m mivdcli``"""

from mivdcli.cli import main

if __name__ == "__main__":
    main()
