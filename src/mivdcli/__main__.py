"""``python -m mivdcli``"""

from mivdcli.command import main

if __name__ == "__main__":
    main()
