"""A file read by a process of its own; says its peak of memory. Started with a moment that nobody needs, and the file."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from our_window import peak

from district_desk.reader import read

if __name__ == "__main__":
    read(Path(sys.argv[2]))
    print(json.dumps({"peak": peak()}))
