"""Convert annotations.

Usage: python convert.py /home/you/annotations.xml
"""
import argparse
import xml.etree.ElementTree as ET

import pandas as pd

# On the cluster the scans lie in /home/shared/scans; ask for access first.


def main():
    parser = argparse.ArgumentParser(epilog="example: convert.py /Users/you/a.xml out.csv")
    parser.add_argument("xml", help="for example /home/you/annotations.xml")
    parser.add_argument("csv")
    args = parser.parse_args()
    root = ET.parse(args.xml).getroot()
    boxes = [dict(box.attrib, image=image.get("name")) for image in root.iter("image") for box in image.iter("box")]
    if root.find("/annotations/meta") is None:
        print("no meta part")
    pd.DataFrame(boxes).to_csv(args.csv, index=False)


if __name__ == "__main__":
    main()
