#!/usr/bin/python3
"""Opens files with astropy, warnings counting as errors. usage: check_files.py FOLDER

Prints the number of files that were opened.
"""

import os
import sys

from tutorial import check_file

if __name__ == "__main__":
    NAMES = sorted(os.listdir(sys.argv[1]))
    for name in NAMES:
        check_file(os.path.join(sys.argv[1], name))
    print(len(NAMES))
