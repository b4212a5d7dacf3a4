"""stub"""
def logic_model_file(kb): return "<svg/>"
