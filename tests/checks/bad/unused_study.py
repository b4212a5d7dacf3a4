from cases import Case, write

CASES = {
    "no record names it": Case(
        write(
            "studies/nobody-asked.yml",
            "name: Nobody asked\n"
            "sources: [cobb2018]\n"
            "design: qualitative\n"
            "setting: village-choirs\n"
            "countries: [norland]\n"
            "sample: not_reported\n"
            "summary: A study that no record draws on.\n",
        ),
        report="""
evidence/studies/nobody-asked.yml:1:1: error[unused-study] no record names the study 'nobody-asked'.
    Add the record that needs it, or remove the file.
""",
    ),
}
